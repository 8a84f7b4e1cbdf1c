import type { Overseer } from '@agent/calls';
import { type CallId, queueIdSchema, type WallAlert, wallSchema } from '@agent/protocol';
import { aCallId, aUserId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { createWallReader } from './wall-reader.ts';
import type { SnapshotCall, WallSnapshot } from './wall-snapshot.ts';

const startMs = Date.parse('2026-11-30T12:00:00.000Z');
const main = queueIdSchema.parse('main');
const admin: Overseer = { userId: aUserId(), role: 'admin', queueIds: [] };

function call(callId: CallId, text: string, alerts: WallAlert[] = []): SnapshotCall {
  const shown = {
    ...{ callId, queue: { id: main, name: 'Main' }, customerName: 'Ada', agent: null },
    ...{ answeredAt: '2026-11-30T11:59:00.000Z', heldSince: null, transcribed: true },
    ...{ listeningTold: false, alerts, sentiment: [], listeners: [] },
    lastWords: { speaker: 'customer', text },
  };
  const sent = { shown, json: JSON.stringify(shown) };
  const overseen = { queueId: main, helpAskedAtMs: null, helperId: null };
  return { callId, overseen, forCalled: sent, forOthers: sent };
}

function snapshot(calls: SnapshotCall[], atMs = startMs): WallSnapshot {
  return { atMs, calls, waiting: [], agents: [], today: [] };
}

describe('the reader of the wall', () => {
  const [a, b] = [aCallId(), aCallId()];

  function start() {
    const reader = createWallReader();
    return (seen: WallSnapshot, isDue = false, overseer = admin) => {
      const json = reader.next(seen, overseer, isDue);
      return json === '' ? undefined : wallSchema.parse(JSON.parse(json));
    };
  }

  it('sends the whole first, then what differs, and nothing when nothing does', () => {
    const next = start();
    expect(next(snapshot([call(a, 'one'), call(b, 'two')]), true)).toMatchObject({
      ...{ kind: 'whole', waiting: [], agents: [], calls: [{ callId: a }, { callId: b }] },
    });
    expect(next(snapshot([call(a, 'one'), call(b, 'two')], startMs + 500))).toBeUndefined();
    const changes = next(snapshot([call(a, 'one'), call(b, 'three')], startMs + 1_000));
    expect(changes).toEqual({
      ...{ kind: 'changes', at: '2026-11-30T12:00:01.000Z' },
      calls: [expect.objectContaining({ callId: b })],
    });
  });

  it('tells by the order which calls are over', () => {
    const next = start();
    next(snapshot([call(a, 'one'), call(b, 'two')]), true);
    expect(next(snapshot([call(b, 'two')], startMs + 500))).toEqual({
      ...{ kind: 'changes', at: '2026-11-30T12:00:00.500Z', order: [b], calls: [] },
    });
  });

  it('sends something when it is due, and the whole again after fifteen seconds', () => {
    const next = start();
    const kinds = [0, 2, 14, 15, 17].map(
      (seconds) => next(snapshot([call(a, 'one')], startMs + seconds * 1_000), true)?.kind,
    );
    expect(kinds).toEqual(['whole', 'changes', 'changes', 'whole', 'changes']);
  });

  it('tells how today’s calls were answered, of the queues that the viewer looks after', () => {
    const next = start();
    const other = queueIdSchema.parse('other');
    const today = [
      { queueId: main, inTarget: 3, targeted: 4 },
      { queueId: main, inTarget: 0, targeted: 1 },
      { queueId: other, inTarget: 1, targeted: 1 },
    ];
    const seen = { ...snapshot([]), today };
    expect(next(seen, true)?.today).toEqual({ inTarget: 4, targeted: 6 });
    expect(next(seen)).toBeUndefined();
    const theirs: Overseer = { ...admin, role: 'supervisor', queueIds: [main] };
    expect(next(seen, false, theirs)?.today).toEqual({ inTarget: 3, targeted: 5 });
  });

  it('takes a call from a viewer who may not look after it any more, and sends it again when they may', () => {
    const next = start();
    const theirs: Overseer = { ...admin, role: 'supervisor' };
    const others = { ...theirs, queueIds: [queueIdSchema.parse('other')] };
    expect(next(snapshot([call(a, 'one')]), true, theirs)?.calls).toHaveLength(1);
    expect(next(snapshot([call(a, 'one')]), true, others)).toMatchObject({ order: [], calls: [] });
    expect(next(snapshot([call(a, 'one')]), false, theirs)?.calls).toHaveLength(1);
  });
});
