import { clsx } from 'clsx';
import { LoaderCircle, TriangleAlert } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { Button } from '../button/button.tsx';
import { type PartClassNames, part } from '../react/part.ts';

/** Whether a message has reached the server. */
export type ChatMessageState = 'sent' | 'sending' | 'failed';

/** Strings of a `ChatMessage`. */
export interface ChatMessageLabels {
  sending: string;
  failed: string;
  retry: string;
}
/**
 * English words of a message that is under way or has failed; `labels` replaces them one by one.
 */
export const defaultChatMessageLabels: ChatMessageLabels = {
  sending: 'Sending…',
  failed: 'Not sent.',
  retry: 'Send again',
};

/** Parts of a `ChatMessage` that can be given a class. */
export type ChatMessagePart = 'chat-message-head' | 'chat-message-text' | 'chat-message-state';

/** A message with its author, time and state; `onRetry` makes a failed one repeatable. */
export interface ChatMessageProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  text: string;
  /** Who wrote it, as shown. */
  name: string;
  own: boolean;
  /** When it was written, as shown: `14:03`. */
  time?: string | undefined;
  /** The exact time, shown on hover. */
  exactTime?: string | undefined;
  /** Default `sent`. */
  state?: ChatMessageState | undefined;
  onRetry?: (() => void) | undefined;
  /** Classes for its parts, by slot. */
  classNames?: PartClassNames<ChatMessagePart> | undefined;
  labels?: Partial<ChatMessageLabels> | undefined;
}

/** One written message, own on the right and the other side's on the left. */
export const ChatMessage = forwardRef<HTMLDivElement, ChatMessageProps>(function ChatMessage(
  {
    text,
    name,
    own,
    time,
    exactTime,
    state = 'sent',
    onRetry,
    classNames,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const words = { ...defaultChatMessageLabels, ...labels };
  return (
    <div
      {...rest}
      ref={ref}
      className={clsx('aui-chat-message', className)}
      data-slot="chat-message"
      data-state={state}
      data-side={own ? 'own' : 'other'}
    >
      <div {...part('chat-message-head', classNames)}>
        <span data-slot="chat-message-name">{name}</span>
        {time ? <time title={exactTime}>{time}</time> : null}
      </div>
      <p {...part('chat-message-text', classNames)} dir="auto">
        {text}
      </p>
      {state === 'sending' ? (
        <span {...part('chat-message-state', classNames)}>
          <LoaderCircle aria-hidden="true" /> {words.sending}
        </span>
      ) : null}
      {state === 'failed' ? (
        <span {...part('chat-message-state', classNames)} role="alert">
          <TriangleAlert aria-hidden="true" /> {words.failed}
          {onRetry ? (
            <Button size="sm" variant="ghost" onClick={onRetry}>
              {words.retry}
            </Button>
          ) : null}
        </span>
      ) : null}
    </div>
  );
});
