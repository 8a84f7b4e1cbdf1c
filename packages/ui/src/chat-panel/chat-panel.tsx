'use client';
import type { Side } from '@agent/protocol';
import { clsx } from 'clsx';
import { MessageSquare } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, memo, useRef } from 'react';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { type PartClassNames, part } from '../react/part.ts';
import { Skeleton } from '../skeleton/skeleton.tsx';
import { defaultSpeakerNames, type SpeakerNames } from '../transcript/transcript-labels.ts';
import { useFollowLive } from '../transcript/use-follow-live.ts';
import { ChatComposer, type ChatComposerLabels } from './chat-composer.tsx';
import {
  ChatMessage,
  type ChatMessageLabels,
  type ChatMessagePart,
  type ChatMessageProps,
  type ChatMessageState,
} from './chat-message.tsx';

/** A chat message as data. */
export interface ChatEntry {
  id: string;
  from: Side;
  /** Who wrote it, where that is an agent who had the call before. */
  agentName?: string | undefined;
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
  loading: string;
  emptyTitle: string;
  emptyDescription: string;
  message: Partial<ChatMessageLabels>;
  composer: Partial<ChatComposerLabels>;
}
/** English words of the chat; `labels` replaces them one by one. */
export const defaultChatPanelLabels: ChatPanelLabels = {
  name: 'Chat',
  loading: 'Loading the messages',
  emptyTitle: 'No messages',
  emptyDescription: 'Good for spelling out names, numbers and links.',
  message: {},
  composer: {},
};

/** Parts of a `ChatPanel` that can be given a class. */
export type ChatPanelPart = 'chat-panel-log' | 'chat-message' | 'chat-composer' | ChatMessagePart;

/** Messages oldest first, whose screen it is, and where a new one goes. */
export interface ChatPanelProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  messages: readonly ChatEntry[];
  /** Default `ready`. */
  status?: 'loading' | 'ready' | undefined;
  /** Which side is looking; its messages stand on the right. */
  viewer: Side;
  names?: Partial<SpeakerNames> | undefined;
  onSend: (text: string) => void;
  onRetry?: ((messageId: string) => void) | undefined;
  disabled?: boolean | undefined;
  draft?: string | undefined;
  defaultDraft?: string | undefined;
  onDraftChange?: ((text: string) => void) | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<ChatPanelPart> | undefined;
  labels?: Partial<ChatPanelLabels> | undefined;
}

/** Written messages of a call and the box to write one. */
export const ChatPanel = forwardRef<HTMLElement, ChatPanelProps>(function ChatPanel(
  {
    messages,
    status = 'ready',
    viewer,
    names,
    onSend,
    onRetry,
    disabled,
    draft,
    defaultDraft,
    onDraftChange,
    classNames,
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
      data-state={status === 'ready' && messages.length === 0 ? 'empty' : status}
    >
      <div
        ref={scroller}
        onScroll={onScroll}
        role="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        tabIndex={0}
        aria-label={text.name}
        {...part('chat-panel-log', classNames)}
      >
        {status === 'loading' ? (
          <div data-slot="chat-panel-page" role="status" aria-label={text.loading}>
            <Skeleton lines={2} width="60%" />
            <Skeleton lines={2} width="45%" style={{ justifyItems: 'end' }} />
          </div>
        ) : messages.length === 0 ? (
          <EmptyState
            icon={<MessageSquare />}
            title={text.emptyTitle}
            description={text.emptyDescription}
          />
        ) : null}
        {pagesOf(messages).map((page, index) => (
          <div key={index} data-slot="chat-panel-page">
            {page.map((message) => (
              <Message
                key={message.id}
                message={message}
                name={sides[message.from]}
                own={message.from === viewer}
                onRetry={onRetry}
                classNames={classNames}
                labels={text.message}
              />
            ))}
          </div>
        ))}
      </div>
      <ChatComposer
        onSend={onSend}
        value={draft}
        defaultValue={defaultDraft}
        className={classNames?.['chat-composer']}
        onValueChange={onDraftChange}
        disabled={disabled}
        labels={text.composer}
      />
    </section>
  );
});

const PAGE_LENGTH = 50;

/** Messages in boxes that are laid out by themselves. */
function pagesOf(messages: readonly ChatEntry[]): ChatEntry[][] {
  const pages: ChatEntry[][] = [];
  for (let from = 0; from < messages.length; from += PAGE_LENGTH) {
    pages.push(messages.slice(from, from + PAGE_LENGTH));
  }
  return pages;
}

/** Rendered again only when it changes: one more of thousands would else render all of them. */
const Message = memo(function Message({
  message: { id, from, agentName, ...message },
  name,
  onRetry,
  classNames,
  ...rest
}: Pick<ChatPanelProps, 'onRetry' | 'classNames'> &
  Pick<ChatMessageProps, 'name' | 'own' | 'labels'> & { message: ChatEntry }) {
  return (
    <ChatMessage
      {...message}
      {...rest}
      name={agentName ?? name}
      className={classNames?.['chat-message']}
      classNames={classNames}
      onRetry={onRetry && (() => onRetry(id))}
    />
  );
});
