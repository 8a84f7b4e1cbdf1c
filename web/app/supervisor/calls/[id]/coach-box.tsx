'use client';
import { firstName, MAX_COACH_LENGTH } from '@agent/protocol';
import { Button, ChatComposer, Notice } from '@agent/ui';
import type { Ref } from 'react';
import { useCoaching } from '#client/listening/use-coaching.ts';
import { agentNameOf, type WatchedCall } from './watched-call.tsx';

/** Words for the agent alone. What has arrived stands in the conversation. */
export function CoachBox({ watched, ref }: { watched: WatchedCall; ref: Ref<HTMLDivElement> }) {
  const { view, call, feed } = watched;
  const agent = firstName(agentNameOf(watched));
  const coaching = useCoaching(view.callId, call, feed.receiveEnvelope);
  const isSending = coaching.outgoing.some(({ state }) => state === 'sending');
  const failed = coaching.outgoing.filter(({ state }) => state === 'failed');
  return (
    <div className="coach-box" ref={ref}>
      {failed.map(({ messageId, text, reason }) => (
        <Notice
          key={messageId}
          tone="error"
          title="Not sent"
          onDismiss={() => coaching.drop(messageId)}
          action={
            <Button size="sm" onClick={() => coaching.retry(messageId)}>
              Send again
            </Button>
          }
        >
          “{text}” {reason}
        </Notice>
      ))}
      <ChatComposer
        onSend={coaching.send}
        maxLength={MAX_COACH_LENGTH}
        disabled={call.phase === 'waiting'}
        labels={{
          field: `Message to ${agent} alone`,
          placeholder: `Write to ${agent}. The customer never sees it.`,
          send: `Send to ${agent}`,
        }}
      />
      <p className="visually-hidden" role="status">
        {isSending ? 'Sending…' : null}
      </p>
    </div>
  );
}
