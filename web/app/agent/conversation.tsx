'use client';
import type { CallView } from '@agent/protocol';
import { ChatComposer, ChatMessage, EmptyState, Transcript } from '@agent/ui';
import { useTranscript } from '@agent/ui/live';
import { EyeOff } from 'lucide-react';
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
  const { feed, chat } = live;
  const { items, sentiments, status, retry } = useTranscript(feed);
  return (
    <>
      <Transcript
        items={items}
        status={status === 'loading' ? 'loading' : 'ready'}
        names={{ customer: view.customerName, agent: agentName }}
        ownSide="agent"
        sentiments={sentiments}
        onRetry={retry}
        empty={view.transcribed ? undefined : <NotTranscribed />}
        labels={isOver ? labelsWhenOver : undefined}
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
