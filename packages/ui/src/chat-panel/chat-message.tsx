import { clsx } from 'clsx';
import { CircleAlert, Clock } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { Button } from '../button/button.tsx';

/** Whether a message has reached the server. */
export type ChatMessageState = 'sent' | 'sending' | 'failed';

/** Strings of a `ChatMessage`. */
export interface ChatMessageLabels {
  sending: string;
  failed: string;
  retry: string;
}
export const defaultChatMessageLabels: ChatMessageLabels = {
  sending: 'Sending…',
  failed: 'Not sent.',
  retry: 'Send again',
};

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
  labels?: Partial<ChatMessageLabels> | undefined;
}

/** One written message, own on the right and the other side's on the left. */
export const ChatMessage = forwardRef<HTMLDivElement, ChatMessageProps>(function ChatMessage(
  { text, name, own, time, exactTime, state = 'sent', onRetry, labels, className, ...rest },
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
      <div data-slot="chat-message-head">
        <span data-slot="chat-message-name">{name}</span>
        {time ? <time title={exactTime}>{time}</time> : null}
      </div>
      <p data-slot="chat-message-text" dir="auto">
        {text}
      </p>
      {state === 'sending' ? (
        <span data-slot="chat-message-state">
          <Clock aria-hidden="true" /> {words.sending}
        </span>
      ) : null}
      {state === 'failed' ? (
        <span data-slot="chat-message-state" role="alert">
          <CircleAlert aria-hidden="true" /> {words.failed}
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
