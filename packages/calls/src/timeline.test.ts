import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCallState } from './call-state.ts';
import { anyLog } from './test-support/any-call-log.ts';
import { callId, createAnsweredLog, queuedAtMs, spoken } from './test-support/call-log.ts';
import { createTimeline, stateAt } from './timeline.ts';

test('a moment shows what had happened by then and nothing that came later', () => {
  const log = createAnsweredLog();
  log.append('segment.final', spoken(1, 500), 12_000);
  log.append('segment.final', spoken(2, 4_000), 15_000);
  const textsAt = (atMs: number) =>
    stateAt(callId, log.envelopes(), queuedAtMs + atMs).segments.map(({ text }) => text);
  expect(textsAt(11_999)).toEqual([]);
  expect(textsAt(12_000)).toEqual(['words 1']);
  expect(textsAt(60_000)).toEqual(['words 1', 'words 2']);
});

test('before its first event nothing is known of a call, and of an empty log never', () => {
  const log = createAnsweredLog().envelopes();
  expect(stateAt(callId, log, queuedAtMs - 1)).toEqual(createCallState(callId));
  const empty = createTimeline(callId, []);
  expect([empty.fromMs, empty.untilMs, empty.stateAt(0).lastSeq]).toEqual([0, 0, 0]);
});

test('a clock that was set back hides nothing that was stored before', () => {
  const log = createAnsweredLog();
  log.append('segment.final', spoken(1, 500), 12_000);
  log.append('segment.final', spoken(2, 900), 11_000);
  const timeline = createTimeline(callId, log.envelopes());
  expect(timeline.stateAt(queuedAtMs + 11_500).segments).toEqual([]);
  expect(timeline.stateAt(queuedAtMs + 12_000).segments).toHaveLength(2);
  expect(timeline.untilMs).toBe(queuedAtMs + 12_000);
});

test('the timeline of a long log tells of every moment what folding everything tells', () => {
  const log = createAnsweredLog();
  for (let index = 0; index < 900; index += 1) {
    log.append('segment.final', spoken(index, index * 1_000), 12_000 + index * 1_000);
  }
  const envelopes = log.envelopes();
  const timeline = createTimeline(callId, envelopes);
  const anyMoment = fc.integer({ min: timeline.fromMs - 1_000, max: timeline.untilMs + 1_000 });
  fc.assert(
    fc.property(anyMoment, (atMs) => {
      const expected = stateAt(callId, envelopes, atMs);
      expect(timeline.stateAt(atMs)).toEqual(expected);
      expect(timeline.happenedBy(atMs)).toBe(expected.lastSeq);
    }),
    { numRuns: 30 },
  );
});

test('the moment after the last event shows the whole of any log', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const timeline = createTimeline(callId, log);
      expect(timeline.stateAt(timeline.untilMs).lastSeq).toBe(log.at(-1)?.event.seq ?? 0);
    }),
  );
});
