import 'server-only';
import type { OverseenCall, RankedCall } from '@agent/calls';
import type { CallId, QueueId, WallAgent, WallCall, WallWaiting } from '@agent/protocol';
import type { TargetsOfQueue, WallAgentRow } from '@agent/store';
import { type HeldCall, overseenCallOf, wallCallOf, withoutHelp } from './held-call.ts';
import type { LongCalls } from './long-calls.ts';

/** Something that is shown, and as it is sent. */
interface Shown<T> {
  shown: T;
  json: string;
}

/** A call of the wall. */
export interface SnapshotCall {
  callId: CallId;
  overseen: OverseenCall;
  /** With its agent's request for help; the other without, for those who are not called (yet). */
  forCalled: Shown<RankedCall>;
  forOthers: Shown<RankedCall>;
}

/** Everything that is on any wall at one moment, ready to be sent. */
export interface WallSnapshot {
  atMs: number;
  calls: readonly SnapshotCall[];
  /** Longest first. */
  waiting: readonly { queueId: QueueId; json: string }[];
  /** By name. */
  agents: readonly { queueIds: readonly QueueId[]; json: string }[];
  /** How today's calls were answered, by queue; who waits too long counts already. */
  today: readonly TargetsOfQueue[];
}

/** What is known at one moment. */
export interface WallKnown {
  nowMs: number;
  held: Iterable<HeldCall>;
  agents: readonly WallAgentRow[];
  longCalls: LongCalls;
  /** Without those that wait for their first answer. */
  today: readonly TargetsOfQueue[];
}

/** Puts together what is known. */
export function takeSnapshot({ nowMs, held, agents, longCalls, today }: WallKnown): WallSnapshot {
  const all = [...held];
  return {
    atMs: nowMs,
    calls: all.flatMap((one) => {
      const call = wallCallOf(one, nowMs, longCalls);
      return call ? [snapshotCall(call, overseenCallOf(one))] : [];
    }),
    waiting: all
      .flatMap((one) => waitingOf(one) ?? [])
      .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))
      .map((shown) => ({ queueId: shown.queue.id, json: JSON.stringify(shown) })),
    agents: agents.map((row) => ({
      queueIds: row.queues.map(({ id }) => id),
      json: JSON.stringify({ ...row, since: row.since.toISOString() } satisfies WallAgent),
    })),
    today: [...today, ...all.flatMap((one) => missedOf(one, nowMs) ?? [])],
  };
}

function snapshotCall(call: WallCall, overseen: OverseenCall): SnapshotCall {
  const forCalled = { shown: call, json: JSON.stringify(call) };
  const hasHelp = call.alerts.some(({ kind }) => kind === 'help');
  const other = hasHelp ? withoutHelp(call) : call;
  const forOthers = hasHelp ? { shown: other, json: JSON.stringify(other) } : forCalled;
  return { callId: call.callId, overseen, forCalled, forOthers };
}

/** Somebody who has waited for a first answer beyond the target: whatever comes, it was not met. */
function missedOf({ row }: HeldCall, nowMs: number): TargetsOfQueue | undefined {
  if (row.answeredAt !== null || (row.status !== 'queued' && row.status !== 'offered'))
    return undefined;
  const isMissed = nowMs - row.queuedAt.getTime() > row.targetSeconds * 1_000;
  return isMissed ? { queueId: row.queueId, inTarget: 0, targeted: 1 } : undefined;
}

function waitingOf({ row }: HeldCall): WallWaiting | undefined {
  if (row.status !== 'queued' && row.status !== 'offered') return undefined;
  return {
    callId: row.id,
    queue: { id: row.queueId, name: row.queueName },
    customerName: row.customerName,
    since: (row.requeuedAt ?? row.queuedAt).toISOString(),
    isOffered: row.status === 'offered',
  };
}
