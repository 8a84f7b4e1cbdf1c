import { callIdSchema, userIdSchema, type WallAlert } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { uuid } from '../test-support/call-log.ts';
import { type AlertCare, alertsOf, orderOfCalls } from './alerts.ts';
import type { Incident } from './incidents.ts';

const nowMs = Date.parse('2026-11-30T12:00:00.000Z');
const maria = { userId: userIdSchema.parse(uuid(7)), name: 'Maria Ruiz' };
const free: AlertCare = { owner: null, snoozedUntilMs: null, isDone: false };

function incident(kind: Incident['kind'], agoMs = 1_000): Incident {
  return { incident: `${kind}:1`, kind, sinceMs: nowMs - agoMs, reason: '', figureMs: null };
}

describe('alertsOf', () => {
  it('tells who sees to an incident, and until when it is put off', () => {
    const [hold, long] = alertsOf(
      [incident('hold'), incident('long')],
      (name) => (name === 'hold:1' ? { ...free, owner: maria } : undefined),
      nowMs,
    );
    expect(hold).toEqual({
      ...{ incident: 'hold:1', kind: 'hold', reason: '', figureMs: null, owner: maria },
      ...{ since: '2026-11-30T11:59:59.000Z', snoozedUntil: null, isDone: false },
    });
    expect(long?.owner).toBeNull();
  });

  it('puts what is done or put off behind the rest, until the time is over', () => {
    const careOf = (name: string) =>
      name === 'help:1'
        ? { ...free, snoozedUntilMs: nowMs + 1 }
        : { ...free, isDone: name === 'upset:1' };
    const incidents = [incident('help'), incident('upset'), incident('hold')];
    const kindsAt = (atMs: number) => alertsOf(incidents, careOf, atMs).map(({ kind }) => kind);
    expect(kindsAt(nowMs)).toEqual(['hold', 'help', 'upset']);
    expect(kindsAt(nowMs + 1)).toEqual(['help', 'hold', 'upset']);
  });
});

describe('orderOfCalls', () => {
  const call = (id: number, alerts: WallAlert[], answeredAt = '2026-11-30T11:00:00.000Z') => ({
    callId: callIdSchema.parse(uuid(id)),
    ...{ answeredAt, alerts },
  });
  const alerts = (kind: Incident['kind'], agoMs = 1_000, care = free) =>
    alertsOf([incident(kind, agoMs)], () => care, nowMs);
  const orderOf = (calls: Parameters<typeof orderOfCalls>[0]) =>
    orderOfCalls(calls).map((id) => Number.parseInt(id.slice(-4), 16));

  it('goes by urgency, then by what has lasted longest, then by who came first', () => {
    const calls = [
      call(1, [], '2026-11-30T11:30:00.000Z'),
      call(2, [], '2026-11-30T11:10:00.000Z'),
      call(3, alerts('long', 90_000)),
      call(4, alerts('help', 5_000)),
      call(5, alerts('help', 40_000)),
      call(6, alerts('upset')),
    ];
    expect(orderOf(calls)).toEqual([5, 4, 6, 3, 2, 1]);
    expect(orderOf(calls.toReversed())).toEqual([5, 4, 6, 3, 2, 1]);
  });

  it('puts what somebody sees to behind what nobody does, and what is done with the rest', () => {
    const taken = { ...free, owner: maria };
    const calls = [
      call(1, alerts('help', 1_000, taken)),
      call(2, alerts('upset', 1_000, { ...free, isDone: true })),
      call(3, alerts('long')),
    ];
    expect(orderOf(calls)).toEqual([3, 1, 2]);
  });

  it('counts the alert that nobody sees to beside one that somebody does', () => {
    const both = [...alerts('help', 1_000, { ...free, owner: maria }), ...alerts('hold')];
    expect(orderOf([call(1, alerts('late')), call(2, both)])).toEqual([2, 1]);
  });
});
