import { createLog } from '@agent/process/log';
import { aCallId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrackAudio } from '../audio/audio-frame.ts';
import type { Microphone } from '../audio/microphone.ts';
import { createMetrics } from '../health/metrics.ts';
import { noRecording } from '../record/call-recording.ts';
import { createUntranscribed } from '../transcript/untranscribed.ts';
import { createHearing, type PipelineTerms } from './hearing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function* silence(): AsyncGenerator<TrackAudio> {}
const microphone: Microphone = { open: silence };

/** The sides of a call, heard by a pipeline that does what the test says. */
function setUp(pipeline: (terms: PipelineTerms) => Promise<void>) {
  const gaps: [string, number, number][] = [];
  const startedAt = Date.now();
  const clock = () => Date.now() - startedAt;
  const call = {
    callId: aCallId(),
    clock,
    metrics: createMetrics(),
    logger: createLog({ part: 'bot', level: 'silent' }),
  };
  const hearing = createHearing(call, {
    held: true,
    untranscribed: createUntranscribed(),
    pipeline: (_speaker, _audio, terms) => pipeline(terms),
    publisher: { say: () => undefined },
    recording: noRecording,
    events: { gapOf: (speaker, fromMs, untilMs) => gaps.push([speaker, fromMs, untilMs]) },
  });
  return { hearing, gaps };
}

/** A pipeline that ends when it is told to give up. */
const untilGivenUp = ({ signal }: PipelineTerms) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

describe('createHearing', () => {
  it('ends once the words that were said last are text', async () => {
    const words = Promise.withResolvers<void>();
    const { hearing } = setUp(() => words.promise);
    hearing.hear('customer', microphone);
    let isOver = false;
    const finished = hearing.finish().then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isOver).toBe(false);
    words.resolve();
    await finished;
  });

  it('gives up after three seconds on words that do not become text', async () => {
    const { hearing } = setUp(untilGivenUp);
    hearing.hear('customer', microphone);
    const finished = hearing.finish();
    await vi.advanceTimersByTimeAsync(3_100);
    await finished;
  });

  it('is not sound from when a pipeline has failed until it is over', async () => {
    const { hearing, gaps } = setUp(() => Promise.reject(new Error('the model failed')));
    hearing.hear('customer', microphone);
    await vi.advanceTimersByTimeAsync(100);
    expect(hearing.isSound).toBe(false);
    hearing.giveUp();
    await hearing.finish();
    expect(hearing.isSound).toBe(true);
    expect(gaps).toEqual([['customer', 0, 100]]);
  });

  it('tells every pipeline of a hold, one that began before it too', async () => {
    let terms: PipelineTerms | undefined;
    const { hearing } = setUp((given) => {
      terms = given;
      return untilGivenUp(given);
    });
    hearing.hear('customer', microphone);
    expect(terms?.isHeld()).toBe(true);
    hearing.setHeld(false);
    expect(terms?.isHeld()).toBe(false);
    hearing.giveUp();
    await hearing.finish();
  });
});
