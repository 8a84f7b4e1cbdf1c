import type { WallAgent, WallAlert, WallCall, WallUpdate, WallWaiting } from '@agent/protocol';
import { aCallId, aQueueId, aUserId } from '@agent/testing/ids';

const main = { id: aQueueId(), name: 'Main' };
const time = '2026-11-23T15:00:00.000Z';

/** A call that goes on; what a test cares about is given. */
export function fakeWallCall(n: number, part: Partial<WallCall> = {}): WallCall {
  return {
    callId: aCallId(`0193d5d2-8a4e-4a3e-9c39-00000000000${n}`),
    queue: main,
    customerName: `Customer ${n}`,
    agent: { userId: aUserId(), name: `Agent ${n}` },
    answeredAt: time,
    heldSince: null,
    transcribed: true,
    listeningTold: false,
    alerts: [],
    sentiment: [],
    lastWords: null,
    listeners: [],
    ...part,
  };
}

/** Something that stands out; a request for help unless told otherwise. */
export function fakeAlert(part: Partial<WallAlert> = {}): WallAlert {
  return {
    ...{ incident: 'help:0193d5d2', kind: 'help', since: time, reason: '', figureMs: null },
    ...{ owner: null, snoozedUntil: null, isDone: false },
    ...part,
  };
}

/** A customer in the line. */
export function fakeWaiting(part: Partial<WallWaiting> = {}): WallWaiting {
  const known = { callId: aCallId(), queue: main, customerName: 'Ines Duarte' };
  return { ...known, since: time, isOffered: false, ...part };
}

/** An agent who is on duty. */
export function fakeWallAgent(part: Partial<WallAgent> = {}): WallAgent {
  const known = { userId: aUserId(), name: 'Ben Okoro', queues: [main] };
  return { ...known, status: 'available', since: time, breakReason: null, ...part };
}

/** A message of the stream; whole, and its calls in their order, unless told otherwise. */
export function fakeWallUpdate(part: Partial<WallUpdate> & { calls: WallCall[] }): WallUpdate {
  return {
    kind: 'whole',
    at: new Date().toISOString(),
    waiting: [],
    agents: [],
    today: { inTarget: 0, targeted: 0 },
    order: part.calls.map(({ callId }) => callId),
    ...part,
  } as WallUpdate;
}
