import { callEventSchema } from '@agent/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEvent } from '../apply-event.ts';
import { createCallState } from '../call-state.ts';
import { durations } from '../durations.ts';
import { createSamplePast, type SamplePart } from './create-sample-past.ts';
import type { SampleCall, SampleInterval, SamplePastOptions } from './sample-past.types.ts';
import { aPast } from './test-support/a-past.ts';

function partsOf(options: SamplePastOptions): SamplePart[] {
  return [...createSamplePast(options).parts()];
}

const callsOf = (parts: readonly SamplePart[]): SampleCall[] =>
  parts.flatMap(({ call }) => call ?? []);

function byAgent(parts: readonly SamplePart[]): SampleInterval[][] {
  const all = Map.groupBy(
    parts.flatMap(({ intervals }) => intervals),
    ({ agentId }) => agentId,
  );
  return [...all.values()].map((own) => own.toSorted((a, b) => a.startedAtMs - b.startedAtMs));
}

const anyPast = fc
  .record({
    seed: fc.nat(1_000),
    callsPerDay: fc.integer({ min: 20, max: 130 }),
    busyShare: fc.double({ min: 0.3, max: 1.3, noNaN: true }),
    zone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu'),
    kind: fc.constantFrom('surge' as const, 'slow' as const, 'impatient' as const),
  })
  .map(({ kind, ...part }) => {
    const past = aPast(part);
    const incident = { kind, fromMs: past.untilMs - 9 * 3_600_000, untilMs: past.untilMs };
    return { ...past, incidents: [incident] };
  });
const few = { numRuns: 3 };

it('lets no agent do two things at once, nor leaves a hole between them', () => {
  fc.assert(
    fc.property(anyPast, (options) => {
      for (const intervals of byAgent(partsOf(options))) {
        expect(intervals[0]?.startedAtMs).toBe(options.fromMs);
        expect(intervals.at(-1)?.endedAtMs).toBe(options.untilMs);
        for (const [index, { startedAtMs, endedAtMs }] of intervals.entries()) {
          expect(endedAtMs).toBeGreaterThan(startedAtMs);
          if (index > 0) expect(startedAtMs).toBe(intervals[index - 1]?.endedAtMs);
        }
      }
    }),
    few,
  );
});

it('has agents on a call exactly while its log says so', () => {
  fc.assert(
    fc.property(anyPast, (options) => {
      for (const { call, intervals } of partsOf(options)) {
        if (!call) continue;
        const { row, events } = call;
        const at = (type: string) =>
          events.filter((event) => event.type === type).map((event) => Date.parse(event.at));
        const onCall = intervals.filter(({ status }) => status === 'on-call');
        expect(onCall.map(({ startedAtMs }) => startedAtMs)).toEqual(at('call.accepted'));
        expect(onCall.map(({ endedAtMs }) => endedAtMs)).toEqual(
          [...at('call.requeued'), ...at('call.ended')].sort((a, b) => a - b),
        );
        const wrapUp = intervals.find(({ status }) => status === 'wrap-up');
        expect(wrapUp?.startedAtMs).toBe(row.wrapUpStartedAt?.getTime());
        expect(wrapUp?.endedAtMs).toBe(row.agentSeenAt?.getTime());
        for (const { callId } of intervals) expect(callId).toBe(row.id);
      }
    }),
    few,
  );
});

it('writes logs that fold to what the row says, with the same durations', () => {
  fc.assert(
    fc.property(anyPast, (options) => {
      for (const { row, events } of callsOf(partsOf(options))) {
        const state = events.reduce(applyEvent, createCallState(row.id));
        expect(state.phase).toBe(row.status);
        expect([state.queuedAtMs, state.answeredAtMs, state.endedAtMs, state.closedAtMs]).toEqual(
          [row.queuedAt, row.answeredAt, row.endedAt, row.wrappedUpAt].map(
            (time) => time?.getTime() ?? null,
          ),
        );
        expect(state.rating?.score ?? null).toBe(row.rating);
        expect(state.wrapUp?.disposition ?? null).toBe(row.disposition);
        const { talkMs, holdMs, wrapUpMs } = durations(state, options.untilMs);
        const { answeredAt, talkEndedAt, agentSeenAt, wrapUpStartedAt } = row;
        if (answeredAt && talkEndedAt) {
          const onlineMs = talkEndedAt.getTime() - answeredAt.getTime() - row.withoutAgentMs;
          expect(talkMs + holdMs).toBe(onlineMs);
          expect(talkMs).toBeGreaterThan(0);
        }
        if (wrapUpStartedAt && agentSeenAt) {
          expect(wrapUpMs).toBe(agentSeenAt.getTime() - wrapUpStartedAt.getTime());
        }
      }
    }),
    few,
  );
});

it('numbers events as the store does, within the past, and each can be read', () => {
  const options = aPast();
  for (const { row, events } of callsOf(partsOf(options))) {
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(row.lastSeq).toBe(events.length);
    const times = events.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(options.fromMs);
    expect(times.at(-1)).toBeLessThanOrEqual(options.untilMs);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
    for (const event of events) expect(callEventSchema.parse(event)).toEqual(event);
  }
});

it('gives the same past for the same seed, and another for another', () => {
  const options = aPast();
  const past = createSamplePast(options);
  expect([...past.parts()]).toEqual([...past.parts()]);
  expect(partsOf(aPast({ seed: 8 }))[0]).not.toEqual(partsOf(options)[0]);
});

it('is about what it is asked to be about, and says that nobody in it is real', () => {
  const options = aPast({ fromMs: Date.parse('2026-10-12T00:00:00Z') });
  const past = createSamplePast(options);
  const calls = callsOf([...past.parts()]);
  const days = (options.untilMs - options.fromMs) / 86_400_000;
  expect(calls.length / days / options.callsPerDay).toBeGreaterThan(0.8);
  expect(calls.length / days / options.callsPerDay).toBeLessThan(1.25);
  const answered = calls.filter(({ row }) => row.status === 'closed');
  const share = (count: number) => count / answered.length;
  expect(share(answered.filter(({ row }) => row.rating !== null).length)).toBeCloseTo(0.27, 1);
  expect(answered.length / calls.length).toBeGreaterThan(0.85);
  const offered = calls.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.type === 'suggestion.offered' ? [event.data.source.cardId] : [],
    ),
  );
  expect(new Set(offered)).toEqual(new Set(['late-order', 'refund']));
  expect(new Set(past.agents.map(({ displayName }) => displayName)).size).toBe(past.agents.length);
  for (const { displayName } of past.agents) expect(displayName).toMatch(/ \(sample\)$/);
  for (const { row } of calls) expect(row.contact).toMatch(/@sample\.example$/);
});

it.each([
  ['surge', (odd: Hours, usual: Hours) => odd.calls / usual.calls, 1.6],
  ['slow', (odd: Hours, usual: Hours) => odd.handleMs / usual.handleMs, 1.45],
  ['impatient', (odd: Hours, usual: Hours) => odd.abandoned / usual.abandoned, 2.2],
] as const)('shows hours that are odd: %s', (kind, ratio, least) => {
  const untilMs = Date.parse('2026-10-22T13:00:00Z');
  const fromMs = untilMs - 8 * 86_400_000;
  const oddMs = untilMs - 6 * 3_600_000;
  const incidents = [{ kind, fromMs: oddMs, untilMs }];
  const past = aPast({ fromMs, untilMs, callsPerDay: 300, incidents });
  const calls = callsOf(partsOf(past));
  const hours = (beginMs: number) => hoursOf(calls, beginMs, beginMs + 6 * 3_600_000);
  expect(ratio(hours(oddMs), hours(oddMs - 7 * 86_400_000))).toBeGreaterThan(least);
});

interface Hours {
  calls: number;
  handleMs: number;
  /** Of those who were settled; a tenth of one at least, so that it can be divided by. */
  abandoned: number;
}

function hoursOf(calls: readonly SampleCall[], fromMs: number, untilMs: number): Hours {
  const rows = calls
    .map(({ row }) => row)
    .filter(({ queuedAt }) => queuedAt.getTime() >= fromMs && queuedAt.getTime() < untilMs);
  const handled = rows.flatMap(({ answeredAt, wrappedUpAt }) =>
    answeredAt && wrappedUpAt ? [wrappedUpAt.getTime() - answeredAt.getTime()] : [],
  );
  const abandoned = rows.filter(({ status }) => status === 'abandoned').length;
  return {
    calls: rows.length,
    handleMs: handled.reduce((sum, ms) => sum + ms, 0) / handled.length,
    abandoned: Math.max(0.1, abandoned) / rows.length,
  };
}
