import type {
  CallId,
  WallAgent,
  WallCall,
  WallToday,
  WallUpdate,
  WallWaiting,
} from '@agent/protocol';

/** What is known of all calls. */
export interface Wall {
  /** When it was so by the server's clock, in milliseconds since 1970. */
  atMs: number;
  /** Who needs help first. */
  calls: readonly WallCall[];
  waiting: readonly WallWaiting[];
  agents: readonly WallAgent[];
  /** How the calls of today were answered. */
  today: WallToday;
}

/**
 * What is known after another message of the stream. Changes mean nothing before there was something
 * whole: null. A call that is told of only in the order stands there with the next whole message.
 */
export function applyWallUpdate(before: Wall | null, update: WallUpdate): Wall | null {
  if (update.kind === 'changes' && !before) return null;
  const order = update.order ?? before?.calls.map(({ callId }) => callId) ?? [];
  const waiting = update.waiting ?? before?.waiting ?? [];
  const agents = update.agents ?? before?.agents ?? [];
  const today = update.today ?? before?.today ?? { inTarget: 0, targeted: 0 };
  const kept = update.kind === 'whole' ? [] : (before?.calls ?? []);
  const known = new Map<CallId, WallCall>();
  for (const call of [...kept, ...update.calls]) known.set(call.callId, call);
  const calls = order.flatMap((callId) => known.get(callId) ?? []);
  return { atMs: Date.parse(update.at), calls, waiting, agents, today };
}

/** Whether more than one queue is to be seen, so that it has to be said which. */
export function hasSeveralQueues({ calls, waiting, agents }: Wall): boolean {
  const named = [
    ...[...calls, ...waiting].map(({ queue }) => queue.id),
    ...agents.flatMap(({ queues }) => queues.map(({ id }) => id)),
  ];
  return new Set(named).size > 1;
}
