import type { DataMessage, NewCallEvent } from '@agent/protocol';
import { createFakeVad } from '@agent/testing/fake-vad';
import { aCallId } from '@agent/testing/ids';
import { createFakeTranscriber, type FakeTranscribeRequest } from '@agent/testing/transcriber';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SAMPLES_PER_MS } from '../audio/audio-frame.ts';
import { createMetrics } from '../health/metrics.ts';
import { createRedaction } from '../redact/redaction.ts';
import { createTrackFrames } from '../room/track-frames.ts';
import { fakeTrack } from '../test-support/fake-track.ts';
import { TranscriberError } from '../transcribe/transcriber-error.ts';
import { createUntranscribed } from '../transcript/untranscribed.ts';
import { hearMicrophone } from './hear-microphone.ts';
import { type TranscribeTrackOptions, transcribeTrack } from './transcribe-track.ts';

const callId = aCallId();
const FRAME_MS = 32;

const unhandled: unknown[] = [];
const noteUnhandled = (error: unknown) => unhandled.push(error);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  unhandled.length = 0;
  process.on('unhandledRejection', noteUnhandled);
});
afterEach(() => {
  vi.useRealTimers();
  process.off('unhandledRejection', noteUnhandled);
  expect(unhandled).toEqual([]);
});

interface Setup {
  answer?: (request: FakeTranscribeRequest) => string | Error;
  /** Throws where the model of the VAD would. */
  onWindow?: (atMs: number) => void;
}

/** A microphone and its pipeline, on a clock that moves with what is played. */
function setUp({ answer = () => 'Yes.', onWindow = () => undefined }: Setup = {}) {
  const startedAt = Date.now();
  const clock = () => Date.now() - startedAt;
  const track = fakeTrack();
  const frames = createTrackFrames(track.openStream, { clock, onDroppedMs: () => undefined });
  const events: NewCallEvent[] = [];
  const messages: DataMessage[] = [];
  const broke: { atMs: number; error: unknown }[] = [];
  const gaps: [number, number][] = [];
  const sound: number[] = [];
  const untranscribed = createUntranscribed();
  const giveUp = new AbortController();
  const pipeline: Omit<TranscribeTrackOptions, 'untranscribed'> = {
    callId,
    clock,
    isHeld: () => false,
    openVad: () => createFakeVad(() => onWindow(clock())),
    transcriber: createFakeTranscriber({
      answer,
      delayMs: 20,
      abortError: TranscriberError.aborted,
    }),
    interims: () => true,
    redaction: createRedaction(),
    onRedacted: () => undefined,
    publisher: {
      depth: 0,
      unstoredFromMs: undefined,
      append: async (event) => void events.push(event),
      say: (message) => void messages.push(message),
      sayToAgent: () => undefined,
      drained: async () => undefined,
      stop: () => undefined,
    },
    metrics: createMetrics(),
    signal: giveUp.signal,
  };
  const done = hearMicrophone(frames, {
    transcribe: (audio, untranscribed) =>
      transcribeTrack('customer', audio, { ...pipeline, untranscribed }),
    clock,
    untranscribed,
    signal: giveUp.signal,
    onWithdrawn: (segmentId) => messages.push({ kind: 'interim-withdrawn', callId, segmentId }),
    onBroke: (error) => broke.push({ atMs: clock(), error }),
    onSound: () => sound.push(clock()),
    onGap: (fromMs, untilMs) => gaps.push([fromMs, untilMs]),
  });

  async function play(ms: number, level: number) {
    for (let played = 0; played < ms; played += FRAME_MS) {
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      track.play(new Int16Array(FRAME_MS * SAMPLES_PER_MS).fill(level));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return {
    ...{ clock, track, frames, events, messages, broke, gaps, sound, untranscribed, giveUp, done },
    say: (ms: number) => play(ms, 1_000),
    rest: (ms: number) => play(ms, 0),
    finals: () => events.flatMap((e) => (e.type === 'segment.final' ? [e.data] : [])),
    async end() {
      frames.close();
      await vi.advanceTimersByTimeAsync(1_000);
      await done;
    },
  };
}

describe('hearMicrophone', () => {
  it('goes on after its voice detection failed, and tells from where on text is missing', async () => {
    let hasFailed = false;
    const call = setUp({
      onWindow(atMs) {
        if (atMs < 1_500 || hasFailed) return;
        hasFailed = true;
        throw new Error('the model failed');
      },
    });
    await call.rest(500);
    await call.say(1_200);
    expect(call.broke).toHaveLength(1);
    expect(call.untranscribed.settledUntilMs(call.clock())).toBeLessThan(600);
    expect(call.untranscribed.delayMs(call.clock())).toBe(0);
    await call.rest(3_000);
    await call.say(1_000);
    await call.rest(1_000);
    await call.end();
    expect(call.gaps).toHaveLength(1);
    const [[fromMs = 0, untilMs = 0] = []] = call.gaps;
    expect(fromMs).toBeGreaterThan(400);
    expect(fromMs).toBeLessThan(650);
    // What came while it was not running was kept.
    expect(untilMs).toBeGreaterThanOrEqual(1_500);
    expect(untilMs).toBeLessThan(1_600);
    expect(call.finals().at(-1)?.startMs).toBeGreaterThan(4_500);
    const withdrawn = call.messages.filter(({ kind }) => kind === 'interim-withdrawn');
    expect(withdrawn).toHaveLength(1);
    expect(call.sound).toHaveLength(1);
    expect(call.untranscribed.settledUntilMs(call.clock())).toBe(call.clock());
  });

  it.each(['interim', 'final'] as const)(
    'goes on after a fault in the %s pass',
    async (purpose) => {
      let faults = 0;
      const call = setUp({
        answer(request) {
          if (request.purpose !== purpose || faults > 0) return 'Yes.';
          faults += 1;
          return new TypeError('x is undefined');
        },
      });
      await call.say(1_000);
      await call.rest(4_000);
      await call.say(1_000);
      await call.rest(1_000);
      await call.end();
      expect(call.broke).toMatchObject([{ error: expect.any(TypeError) }]);
      expect(call.finals().at(-1)?.startMs).toBeGreaterThan(4_500);
      expect(call.gaps).toHaveLength(1);
    },
  );

  it('opens the stream of its track again when it fails', async () => {
    const call = setUp();
    await call.rest(500);
    call.track.breakStream();
    await vi.advanceTimersByTimeAsync(300);
    await call.say(1_000);
    await call.rest(2_500);
    expect(call.track.opened).toBe(2);
    expect(call.finals()).toHaveLength(1);
    expect(call.gaps).toHaveLength(1);
    await call.end();
  });

  it('tries at longer and longer intervals, and ends with its track or its call', async () => {
    const call = setUp();
    call.track.refuse(true);
    call.track.breakStream();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(call.broke.length).toBeGreaterThan(8);
    expect(call.broke.length).toBeLessThan(20);
    expect(call.gaps).toEqual([]);
    const brokeAtMs = call.broke[0]?.atMs;
    call.giveUp.abort();
    await call.done;
    expect(call.gaps).toEqual([[brokeAtMs, call.clock()]]);
  });
});
