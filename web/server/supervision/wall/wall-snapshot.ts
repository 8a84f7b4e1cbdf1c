import 'server-only';
import type { OverseenCall, RankedCall } from '@agent/calls';
import type { CallId, QueueId, WallAgent, WallCall, WallWaiting } from '@agent/protocol';
import type { WallAgentRow } from '@agent/store';
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
}

/** What is known at one moment. */
export interface WallKnown {
  nowMs: number;
  held: Iterable<HeldCall>;
  agents: readonly WallAgentRow[];
  longCalls: LongCalls;
}

/** Puts together what is known. */
export function takeSnapshot({ nowMs, held, agents, longCalls }: WallKnown): WallSnapshot {
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
  };
}

function snapshotCall(call: WallCall, overseen: OverseenCall): SnapshotCall {
  const forCalled = { shown: call, json: JSON.stringify(call) };
  const hasHelp = call.alerts.some(({ kind }) => kind === 'help');
  const other = hasHelp ? withoutHelp(call) : call;
  const forOthers = hasHelp ? { shown: other, json: JSON.stringify(other) } : forCalled;
  return { callId: call.callId, overseen, forCalled, forOthers };
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
