'use client';
import { createTurnsSelector } from '@agent/calls';
import { ChatComposer, ChatMessage, EmptyState, Transcript } from '@agent/ui';
import type { CallFeedStatus } from '@agent/ui/live';
import { CoachMessages } from '@agent/ui/supervision';
import { EyeOff } from 'lucide-react';
import { useMemo } from 'react';
import type { CallChat } from '#client/chat/use-chat.ts';
import type { ChatDraft } from '#client/chat/use-chat-draft.ts';
import type { Coaching } from '#client/desk/use-coaching.ts';
import { type CallMoment, isAfterTalk } from './call-moment.ts';

/** What the agent can do in the conversation. */
export interface ConversationActions {
  chat: CallChat;
  draft: ChatDraft;
  /** How the reading of the log goes. */
  status: CallFeedStatus;
  retry(): void;
}

/** What is said and written, and the box to write to the customer. */
export function Conversation({
  moment,
  agentName,
  shown,
  coaching,
  actions,
}: {
  moment: CallMoment;
  agentName: string;
  /** A moment that somebody wants to see. */
  shown?: { atMs: number } | null | undefined;
  /** Stands where the agent looks while writing. */
  coaching?: Coaching | undefined;
  actions?: ConversationActions | undefined;
}) {
  const { view, call } = moment;
  const isOver = isAfterTalk(moment);
  // Rows that did not change stay the same.
  const select = useMemo(createTurnsSelector, [call.callId]);
  return (
    <>
      <Transcript
        items={select(call)}
        status={actions?.status === 'loading' ? 'loading' : 'ready'}
        names={{ customer: view.customerName, agent: agentName }}
        ownSide="agent"
        shown={shown}
        sentiments={call.assist.sentiment}
        onRetry={actions?.retry}
        empty={view.transcribed ? undefined : <NotTranscribed />}
        labels={isOver ? labelsWhenOver : undefined}
      />
      {coaching ? (
        <CoachMessages
          className="coaching"
          messages={coaching.messages}
          onDismiss={coaching.dismiss}
        />
      ) : null}
      {actions ? <Writing actions={actions} agentName={agentName} isOver={isOver} /> : null}
    </>
  );
}

function Writing({
  actions: { chat, draft },
  agentName,
  isOver,
}: {
  actions: ConversationActions;
  agentName: string;
  isOver: boolean;
}) {
  return (
    <>
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

const labelsWhenOver = {
  emptyTitle: 'Nothing was said',
  emptyDescription: 'No words and no messages were written down in this call.',
};

function NotTranscribed() {
  return (
    <EmptyState
      icon={<EyeOff />}
      title="Not transcribed"
      description="The customer does not want this call written down. Chat messages are kept."
    />
  );
}
