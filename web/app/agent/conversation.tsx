'use client';
import { createTurnsSelector } from '@agent/calls';
import type { CallView } from '@agent/protocol';
import { ChatComposer, ChatMessage, EmptyState, Transcript } from '@agent/ui';
import { EyeOff } from 'lucide-react';
import { useMemo } from 'react';
import type { LiveCall } from '../../client/use-call.ts';
import type { ChatDraft } from '../../client/use-chat-draft.ts';

/** What is said and written, and the box to write to the customer. */
export function Conversation({
  view,
  live,
  draft,
  agentName,
  isOver,
}: {
  view: CallView;
  live: LiveCall;
  draft: ChatDraft;
  agentName: string;
  isOver: boolean;
}) {
  const { state, feedStatus, chat } = live;
  const select = useMemo(createTurnsSelector, []);
  const items = select(state);
  return (
    <>
      <Transcript
        items={items}
        status={feedStatus === 'loading' ? 'loading' : 'ready'}
        names={{ customer: view.customerName, agent: agentName }}
        ownSide="agent"
        sentiments={state.assist.sentiment}
        onRetry={live.retry}
        empty={view.transcribed ? undefined : <NotTranscribed />}
      />
      {chat.outgoing.length > 0 ? (
        <div className="outgoing">
          {chat.outgoing.map(({ messageId, text, state: sending }) => (
            <ChatMessage
              key={messageId}
              own
              name={agentName}
              text={text}
              state={sending}
              onRetry={() => chat.retry(messageId)}
            />
          ))}
        </div>
      ) : null}
      {isOver ? null : (
        <ChatComposer onSend={chat.send} value={draft.text} onValueChange={draft.change} />
      )}
    </>
  );
}

function NotTranscribed() {
  return (
    <EmptyState
      icon={<EyeOff />}
      title="Not transcribed"
      description="The customer does not want this call written down. Chat messages are kept."
    />
  );
}
