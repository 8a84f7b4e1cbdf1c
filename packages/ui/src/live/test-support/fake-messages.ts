import { DATA_TOPIC, type DataMessage, encodeDataMessage } from '@agent/protocol';
import type { ConnectionState } from '../../connection-badge/connection.ts';
import type { CallMessages } from '../feed/call-source.ts';
import type { MessageListener } from '../room/audio-call.ts';

/** A room's data messages as a test sends them. */
export function fakeMessages() {
  const listeners = new Set<MessageListener>();
  const watchers = new Set<() => void>();
  let connection: ConnectionState = 'connected';
  const on = <T>(set: Set<T>, listener: T) => {
    set.add(listener);
    return () => void set.delete(listener);
  };
  return {
    subscribeMessages: (listener: MessageListener) => on(listeners, listener),
    subscribe: (listener: () => void) => on(watchers, listener),
    getState: () => ({ connection }),
    send(message: DataMessage) {
      const payload = encodeDataMessage(message);
      for (const listener of listeners) listener(payload, { topic: DATA_TOPIC, hasSender: false });
    },
    becomes(next: ConnectionState) {
      connection = next;
      for (const watcher of watchers) watcher();
    },
    listenerCount: () => listeners.size + watchers.size,
  } satisfies CallMessages & Record<string, unknown>;
}
