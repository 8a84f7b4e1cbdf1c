import { stateAt } from '@agent/calls';
import { anyLog } from '@agent/calls/test-support/any-call-log';
import { callIdSchema } from '@agent/protocol';
import { assistAt } from '@agent/ui/live';
import { Playback } from '@agent/ui/replay';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CallReplay } from '../call/call-replay.ts';
import { replayTime } from './replay-time.ts';

/** Longer than any of the logs. */
const DURATION_MS = 90_000;

/** Something a person does with a player, or time that passes. */
type Step =
  | { kind: 'seek'; toMs: number }
  | { kind: 'pass'; ms: number }
  | { kind: 'rate'; rate: number }
  | { kind: 'toggle' }
  | { kind: 'skip'; on: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('seek'), toMs: fc.integer({ min: -5_000, max: 95_000 }) }),
  fc.record({ kind: fc.constant('pass'), ms: fc.nat(8_000) }),
  fc.record({ kind: fc.constant('rate'), rate: fc.constantFrom(0.5, 1, 1.75, 2) }),
  fc.constant({ kind: 'toggle' }),
  fc.record({ kind: fc.constant('skip'), on: fc.boolean() }),
) as fc.Arbitrary<Step>;

test('a moment looks the same whether one played, jumped or followed a link to it', () => {
  fc.assert(
    fc.property(anyLog, fc.array(step, { maxLength: 25 }), (log, steps) => {
      const callId = callIdSchema.parse(log[0]?.event.callId ?? crypto.randomUUID());
      const reading = new CallReplay(callId, log);
      const { baseMs } = replayTime(reading.whole());
      const { playback, pass } = playbackOf(0);
      const follow = () => reading.seek(baseMs + playback.getPositionMs());
      playback.subscribe(follow);
      follow();
      for (const done of steps) {
        run(playback, pass, done);
        const atMs = baseMs + playback.getPositionMs();
        const expected = stateAt(callId, log, atMs);
        expect(reading.getState().call).toEqual(expected);
        // By a link: nothing was there before.
        const linked = new CallReplay(callId, log);
        linked.seek(atMs);
        expect(linked.getState().call).toEqual(expected);
        expect(assistAt(linked.getState().call, atMs)).toEqual(
          assistAt(reading.getState().call, atMs),
        );
      }
    }),
    { numRuns: 150 },
  );
});

test('the whole of a call is known wherever one is, and shown nowhere before its time', () => {
  fc.assert(
    fc.property(anyLog, fc.integer({ min: -1_000, max: DURATION_MS }), (log, offsetMs) => {
      const callId = callIdSchema.parse(log[0]?.event.callId ?? crypto.randomUUID());
      const reading = new CallReplay(callId, log);
      const whole = reading.whole();
      const atMs = reading.fromMs + offsetMs;
      reading.seek(atMs);
      expect(reading.whole()).toEqual(whole);
      const later = log.filter(({ event }) => Date.parse(event.at) > atMs);
      const { lastSeq } = reading.getState().call;
      for (const { event } of later) expect(event.seq).toBeGreaterThan(lastSeq);
    }),
    { numRuns: 150 },
  );
});

function playbackOf(positionMs: number) {
  let nowMs = 0;
  let tick: () => void = () => undefined;
  const playback = new Playback({
    durationMs: DURATION_MS,
    positionMs,
    now: () => nowMs,
    everyTick: (run) => {
      tick = run;
      return () => {
        tick = () => undefined;
      };
    },
  });
  playback.setSkips([{ startMs: 3_000, endMs: 9_000 }]);
  const pass = (ms: number) => {
    nowMs += ms;
    tick();
  };
  return { playback, pass };
}

function run(playback: Playback, pass: (ms: number) => void, step: Step): void {
  switch (step.kind) {
    case 'seek':
      playback.seek(step.toMs);
      return;
    case 'pass':
      pass(step.ms);
      return;
    case 'rate':
      playback.setRate(step.rate);
      return;
    case 'toggle':
      playback.toggle();
      return;
    case 'skip':
      playback.setSkipsSilence(step.on);
      return;
    default:
      step satisfies never;
  }
}
