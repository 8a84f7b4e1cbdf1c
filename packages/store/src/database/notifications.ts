import type { CallId, QueueId, UserId } from '@agent/protocol';
import type { Database, Queryable } from './connect.ts';

/**
 * - `desk`: something an agent's screen or the queue shows has changed (payload: agent id or `*`)
 * - `call`: status changed or event appended (payload: call id)
 * - `calls_active`: a call can be claimed by a bot (payload: call id)
 * - `customer`: a customer's record has changed (payload: customer id)
 * - `monitor`: who listens to a call, or who sees to what stands out in it, has changed (payload: call id).
 *   Never sent together with `call` or `desk`: agents' and customers' pages hear of those
 * - `playbook`: a card has changed (payload: card id)
 * - `queue`: a queue was added, changed or removed (payload: queue id)
 * - `session`: the sessions of somebody with an account have ended (payload: user id)
 * - `settings`: a setting has changed (payload: its key)
 */
export type Channel =
  | 'desk'
  | 'call'
  | 'calls_active'
  | 'customer'
  | 'monitor'
  | 'playbook'
  | 'queue'
  | 'session'
  | 'settings';

/** A subscription to a channel of Postgres. */
export interface Listening {
  /** Stops listening. Calling it twice is harmless. */
  close(): Promise<void>;
}

/**
 * Calls `onNotify` for each notification committed from now on. Listens again by itself after a
 * lost connection; what was sent meanwhile is lost, so `onListening` runs at each (re)start and the
 * caller looks at the tables then.
 */
export async function listen(
  db: Database,
  channel: Channel,
  onNotify: (payload: string) => void,
  onListening: () => void = () => undefined,
): Promise<Listening> {
  const subscription = { channel, onNotify, onListening };
  await db.listener.add(subscription);
  let closing: Promise<void> | undefined;
  return {
    close: () => {
      closing ??= db.listener.remove(subscription);
      return closing;
    },
  };
}

/** Tells agents' screens to look again, once the transaction commits. */
export async function notifyDesk(db: Queryable, agentId: UserId | '*'): Promise<void> {
  await db`select pg_notify('desk', ${agentId})`;
}

/** Tells bots that a call can be claimed, once the transaction commits. */
export async function notifyClaimable(db: Queryable, callId: CallId): Promise<void> {
  await db`select pg_notify('calls_active', ${callId})`;
}

/** Tells those who look after calls to look at this one again, once the transaction commits. */
export async function notifyMonitor(db: Queryable, callId: CallId): Promise<void> {
  await db`select pg_notify('monitor', ${callId})`;
}

/** Tells every process that reads queues to read this one again, once the transaction commits. */
export async function notifyQueue(db: Queryable, queueId: QueueId): Promise<void> {
  await db`select pg_notify('queue', ${queueId})`;
}
