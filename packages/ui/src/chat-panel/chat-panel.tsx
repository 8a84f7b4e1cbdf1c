'use client';
import type { Speaker } from '@agent/protocol';
import { clsx } from 'clsx';
import { MessageSquare } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, useRef } from 'react';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { defaultSpeakerNames, type SpeakerNames } from '../transcript/transcript-labels.ts';
import { useFollowLive } from '../transcript/use-follow-live.ts';
import { ChatComposer, type ChatComposerLabels } from './chat-composer.tsx';
import { ChatMessage, type ChatMessageLabels, type ChatMessageState } from './chat-message.tsx';

/** A chat message as data. */
export interface ChatEntry {
  id: string;
  from: Speaker;
  text: string;
  /** When it was written, as shown. */
  time?: string | undefined;
  exactTime?: string | undefined;
  /** Default `sent`. */
  state?: ChatMessageState | undefined;
}

/** Strings of a `ChatPanel`. */
export interface ChatPanelLabels {
  name: string;
  emptyTitle: string;
  emptyDescription: string;
  message: Partial<ChatMessageLabels>;
  composer: Partial<ChatComposerLabels>;
}
export const defaultChatPanelLabels: ChatPanelLabels = {
  name: 'Chat',
  emptyTitle: 'No messages',
  emptyDescription: 'Good for spelling out names, numbers and links.',
  message: {},
  composer: {},
};

export interface ChatPanelProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  messages: readonly ChatEntry[];
  /** Which side is looking; its messages stand on the right. */
  viewer: Speaker;
  names?: Partial<SpeakerNames> | undefined;
  onSend: (text: string) => void;
  onRetry?: ((messageId: string) => void) | undefined;
  disabled?: boolean | undefined;
  draft?: string | undefined;
  defaultDraft?: string | undefined;
  onDraftChange?: ((text: string) => void) | undefined;
  labels?: Partial<ChatPanelLabels> | undefined;
}

/** Written messages of a call and the box to write one. */
export const ChatPanel = forwardRef<HTMLElement, ChatPanelProps>(function ChatPanel(
  {
    messages,
    viewer,
    names,
    onSend,
    onRetry,
    disabled,
    draft,
    defaultDraft,
    onDraftChange,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultChatPanelLabels, ...labels };
  const sides = { ...defaultSpeakerNames, ...names };
  const scroller = useRef<HTMLDivElement>(null);
  const { onScroll } = useFollowLive(scroller, messages.length);
  return (
    <section
      aria-label={text.name}
      {...rest}
      ref={ref}
      className={clsx('aui-chat-panel', className)}
      data-slot="chat-panel"
      data-state={messages.length === 0 ? 'empty' : 'ready'}
    >
      <div
        ref={scroller}
        onScroll={onScroll}
        role="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        tabIndex={0}
        aria-label={text.name}
        data-slot="chat-panel-log"
      >
        {messages.length === 0 ? (
          <EmptyState
            icon={<MessageSquare />}
            title={text.emptyTitle}
            description={text.emptyDescription}
          />
        ) : null}
        {messages.map(({ id, from, ...message }) => (
          <ChatMessage
            key={id}
            {...message}
            name={sides[from]}
            own={from === viewer}
            onRetry={onRetry && (() => onRetry(id))}
            labels={text.message}
          />
        ))}
      </div>
      <ChatComposer
        onSend={onSend}
        value={draft}
        defaultValue={defaultDraft}
        onValueChange={onDraftChange}
        disabled={disabled}
        labels={text.composer}
      />
    </section>
  );
});
