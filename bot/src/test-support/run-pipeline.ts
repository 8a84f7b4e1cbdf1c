import type { Speaker } from '@agent/protocol';
import { aSegmentId } from '@agent/testing/ids';
import { vi } from 'vitest';
import { SAMPLES_PER_MS, type TrackAudio } from '../audio/audio-frame.ts';
import { whileNotHeld } from '../room/while-not-held.ts';
import type { Transcriber } from '../transcribe/transcriber.ts';
import type { SegmentUpdate } from '../transcript/segment-update.ts';
import { segments } from '../transcript/segments.ts';
import { createUntranscribed, type Untranscribed } from '../transcript/untranscribed.ts';
import { loadSilero } from '../vad/silero.ts';
import { utterances } from '../vad/utterances.ts';
import { steppedSource } from './stepped-source.ts';

/** What the pipeline told, and when on the clock of the call. */
export interface Told {
  atMs: number;
  speaker: Speaker;
  update: SegmentUpdate;
}

export interface RunPipelineOptions {
  audio: Partial<Record<Speaker, Int16Array>>;
  transcriber: Transcriber;
  interims?: boolean;
  isHeld?: (atMs: number) => boolean;
  /** Told the delay of the text after each frame. */
  onFrame?: (atMs: number, untranscribed: Untranscribed) => void;
}

const FRAME_MS = 32;
const FRAME_SAMPLES = FRAME_MS * SAMPLES_PER_MS;

/**
 * Plays audio through the real stages of both sides on a clock that moves with the frames: fake
 * timers must be on. Nothing sleeps, and a slow machine gives the same result.
 */
export async function runPipeline(options: RunPipelineOptions): Promise<Told[]> {
  const { audio, transcriber, interims = true, isHeld = () => false, onFrame } = options;
  const openVad = await loadSilero();
  const startedAt = Date.now();
  const clock = () => Date.now() - startedAt;
  const untranscribed = createUntranscribed();
  const told: Told[] = [];

  const sides = (['customer', 'agent'] as const).flatMap((speaker) => {
    const samples = audio[speaker];
    if (!samples) return [];
    const source = steppedSource<TrackAudio>();
    const done = hear(speaker, source);
    return [{ samples, source, done }];
  });

  async function hear(speaker: Speaker, source: AsyncIterable<TrackAudio>) {
    const heard = whileNotHeld(source, () => isHeld(clock()));
    const spoken = utterances(heard, { vad: openVad(), newId: () => aSegmentId() });
    const updates = segments(spoken, {
      decode: (purpose, samples, signal) =>
        transcriber.transcribe({ purpose, samples, signal, speaker, track: speaker }),
      clock,
      untranscribed,
      interims: () => interims,
      signal: new AbortController().signal,
    });
    for await (const update of updates) told.push({ atMs: clock(), speaker, update });
  }

  const longest = Math.max(...sides.map(({ samples }) => samples.length));
  for (let at = 0; at + FRAME_SAMPLES <= longest; at += FRAME_SAMPLES) {
    await vi.advanceTimersByTimeAsync(FRAME_MS);
    for (const { samples, source } of sides) {
      const frame = samples.subarray(at, at + FRAME_SAMPLES);
      await source.deliver({ samples: frame, arrivedAtMs: clock() });
    }
    onFrame?.(clock(), untranscribed);
  }
  for (const { source } of sides) source.end();
  await advanceUntil(Promise.all(sides.map(({ done }) => done)));
  return told;
}

/** Lets timers run until something that waits for them is done. */
async function advanceUntil(work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const finished = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await vi.advanceTimersByTimeAsync(50);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await finished;
}
