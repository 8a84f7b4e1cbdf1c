import type { CallEventEnvelope, ChatRequest } from '@agent/protocol';
import { messageOf } from '../http/request-error.ts';

/** A message of ours that is not yet in the log. */
export interface OutgoingMessage {
  messageId: string;
  text: string;
  state: 'sending' | 'failed';
  /** Why it failed. */
  reason?: string;
}

/** What an outbox works with. */
export interface ChatOutboxOptions {
  send(message: ChatRequest): Promise<CallEventEnvelope>;
  /** The stored message, as if it had come over the room. */
  onStored(envelope: CallEventEnvelope): void;
  onChange(messages: readonly OutgoingMessage[]): void;
  newId(): string;
}

/** Shows messages at once, and keeps those that failed until they are sent or dropped. */
export interface ChatOutbox {
  send(text: string): void;
  /** Sends once more under the same id, so that it cannot appear twice. */
  retry(messageId: string): void;
  drop(messageId: string): void;
}

/** Creates the outbox of one call. */
export function createChatOutbox(options: ChatOutboxOptions): ChatOutbox {
  let messages: readonly OutgoingMessage[] = [];
  const change = (next: readonly OutgoingMessage[]) => {
    messages = next;
    options.onChange(next);
  };
  const without = (messageId: string) => messages.filter((m) => m.messageId !== messageId);
  const replace = (message: OutgoingMessage) =>
    change(messages.map((m) => (m.messageId === message.messageId ? message : m)));

  const deliver = async ({ messageId, text }: ChatRequest) => {
    try {
      const envelope = await options.send({ messageId, text });
      options.onStored(envelope);
      change(without(messageId));
    } catch (error) {
      replace({ messageId, text, state: 'failed', reason: messageOf(error) });
    }
  };

  return {
    send(text) {
      const message = { messageId: options.newId(), text };
      change([...messages, { ...message, state: 'sending' }]);
      void deliver(message);
    },
    retry(messageId) {
      const message = messages.find((m) => m.messageId === messageId);
      if (message?.state !== 'failed') return;
      replace({ messageId, text: message.text, state: 'sending' });
      void deliver(message);
    },
    drop: (messageId) => change(without(messageId)),
  };
}
