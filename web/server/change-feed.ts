import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { errorFields } from '@agent/process';
import type { Logger } from '@agent/process/log';
import { type CallId, type CustomerId, callIdSchema, type UserId } from '@agent/protocol';
import { type Database, type Listening, listen } from '@agent/store';

/** Stops a subscription. */
export type Unsubscribe = () => void;

/** Fans the notifications of Postgres out to the streams of this process. */
export interface ChangeFeed {
  /** `onChange` runs when the status or the log of that call has changed. */
  onCall(callId: CallId, onChange: () => void): Unsubscribe;
  /** `onChange` runs when the status or the log of any call has changed; without an id it may be any. */
  onAnyCall(onChange: (callId: CallId | undefined) => void): Unsubscribe;
  /** `onChange` runs when who listens to that call, or who sees to what stands out in it, has changed. */
  onMonitor(callId: CallId, onChange: () => void): Unsubscribe;
  /** The same of any call; without an id it may be any. */
  onAnyMonitor(onChange: (callId: CallId | undefined) => void): Unsubscribe;
  /** `onChange` runs when something of that customer's record has changed. */
  onCustomer(customerId: CustomerId, onChange: () => void): Unsubscribe;
  /** `onChange` runs when something on that agent's desk may have changed. */
  onDesk(agentId: UserId, onChange: () => void): Unsubscribe;
  /** `onEnd` runs when the sessions of that person may have ended. */
  onSessionEnd(userId: UserId, onEnd: () => void): Unsubscribe;
  /** `onEnd` runs when the sessions of anybody may have ended. */
  onAnySessionEnd(onEnd: () => void): Unsubscribe;
  /** `onChange` runs when the desk of anybody has changed. */
  onAnyDesk(onChange: () => void): Unsubscribe;
  /** Stops listening. Calling it twice is harmless. */
  close(): Promise<void>;
}

/** Time between two tries to listen while Postgres cannot be reached. */
const retryMs = 1_000;

type Channel = 'call' | 'monitor' | 'desk' | 'customer' | 'session';
/** `id` is what the notification names; undefined when any may have been missed. */
type OnChange = (id?: string) => void;

/** A changeFeed that listens from its first subscription on, over one connection. */
export function createChangeFeed(
  db: Database,
  log: Logger,
  listenTo: typeof listen = listen,
): ChangeFeed {
  const subscribers = {
    call: new Map<string, Set<OnChange>>(),
    monitor: new Map<string, Set<OnChange>>(),
    desk: new Map<string, Set<OnChange>>(),
    customer: new Map<string, Set<OnChange>>(),
    session: new Map<string, Set<OnChange>>(),
  };
  const listening = new Map<Channel, Promise<Listening | undefined>>();
  const closing = new AbortController();

  return {
    onCall: (callId, onChange) => subscribe('call', callId, onChange),
    onAnyCall: (onChange) => subscribe('call', '*', ofAny(onChange)),
    onMonitor: (callId, onChange) => subscribe('monitor', callId, onChange),
    onAnyMonitor: (onChange) => subscribe('monitor', '*', ofAny(onChange)),
    onCustomer: (customerId, onChange) => subscribe('customer', customerId, onChange),
    onDesk: (agentId, onChange) => subscribe('desk', agentId, onChange),
    onSessionEnd: (userId, onEnd) => subscribe('session', userId, onEnd),
    onAnySessionEnd: (onEnd) => subscribe('session', '*', onEnd),
    onAnyDesk: (onChange) => subscribe('desk', '*', onChange),
    async close() {
      closing.abort();
      const open = await Promise.all(listening.values());
      listening.clear();
      await Promise.all(open.map((one) => one?.close()));
    },
  };

  function subscribe(channel: Channel, key: string, onChange: OnChange): Unsubscribe {
    const byKey = subscribers[channel];
    const set = byKey.get(key) ?? new Set();
    byKey.set(key, set.add(onChange));
    if (!listening.has(channel)) listening.set(channel, start(channel));
    return () => {
      set.delete(onChange);
      if (set.size === 0 && byKey.get(key) === set) byKey.delete(key);
    };
  }

  /** Tries until Postgres can be reached; streams look by themselves every few seconds meanwhile. */
  async function start(channel: Channel): Promise<Listening | undefined> {
    while (!closing.signal.aborted) {
      try {
        return await listenTo(
          db,
          channel,
          (payload) => notify(channel, payload),
          () => notifyAll(channel),
        );
      } catch (error) {
        log.warn({ channel, ...errorFields(error) }, 'not listening for notifications');
        await wait(retryMs, undefined, { signal: closing.signal, ref: false }).catch(
          () => undefined,
        );
      }
    }
    return undefined;
  }

  function notify(channel: Channel, payload: string): void {
    const isForAll = channel === 'desk' && payload === '*';
    if (isForAll) notifyAll(channel);
    else for (const key of [payload, '*']) notifyKey(channel, key, payload);
  }

  function notifyAll(channel: Channel): void {
    for (const key of subscribers[channel].keys()) notifyKey(channel, key);
  }

  function notifyKey(channel: Channel, key: string, id?: string): void {
    for (const onChange of subscribers[channel].get(key) ?? []) onChange(id);
  }
}

/** What is notified of calls are their ids; anything else says nothing of which. */
function ofAny(onChange: (callId: CallId | undefined) => void): OnChange {
  return (id) => onChange(callIdSchema.safeParse(id).data);
}
