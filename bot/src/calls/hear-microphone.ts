import { randomUUID } from 'node:crypto';
import { wait } from '@agent/process';
import { type SegmentId, segmentIdSchema } from '@agent/protocol';
import { type CallClock, SAMPLES_PER_MS, type TrackAudio } from '../audio/audio-frame.ts';
import type { Microphone } from '../audio/microphone.ts';
import { partOf, type Untranscribed } from '../transcript/untranscribed.ts';

export interface HearMicrophoneOptions {
  /** The pipeline: resolves when the audio has ended and all of it is told, rejects when it fails. */
  transcribe: (audio: AsyncIterable<TrackAudio>, untranscribed: Untranscribed) => Promise<void>;
  clock: CallClock;
  untranscribed: Untranscribed;
  /** Begins the pipeline no more after it has failed. */
  signal: AbortSignal;
  /** Told of each segment that will not become text. */
  onWithdrawn: (segmentId: SegmentId) => void;
  /** Told each time the pipeline has failed; it begins again by itself. */
  onBroke: (error: unknown) => void;
  /** Told when it hears soundly again, or will not any more. */
  onSound: () => void;
  /** Told of a span of which nothing became text. */
  onGap: (fromMs: number, untilMs: number) => void;
}

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;
/** A pipeline that has heard for so long is sound again. */
const SOUND_AFTER_MS = 2_000;

/**
 * Turns a microphone into text for as long as its track lives: a pipeline that fails is started
 * again, with the sound that nobody has read yet. Never rejects.
 */
export async function hearMicrophone(
  microphone: Microphone,
  options: HearMicrophoneOptions,
): Promise<void> {
  const { transcribe, clock, signal, onBroke, onWithdrawn, onSound, onGap } = options;
  const trouble = createTrouble({
    clock,
    untranscribed: options.untranscribed,
    onWithdrawn,
    onSound,
    onGap,
  });
  let retryMs = FIRST_RETRY_MS;
  for (;;) {
    const untranscribed = partOf(options.untranscribed);
    const startedAtMs = clock();
    try {
      await transcribe(trouble.watch(microphone.open()), untranscribed);
      return trouble.over();
    } catch (error) {
      trouble.began(untranscribed.giveUp());
      onBroke(error);
    }
    if (clock() - startedAtMs >= 2 * LAST_RETRY_MS) retryMs = FIRST_RETRY_MS;
    await wait(retryMs, signal);
    if (signal.aborted) return trouble.over();
    retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
  }
}

type TroubleOptions = Pick<
  HearMicrophoneOptions,
  'clock' | 'untranscribed' | 'onWithdrawn' | 'onSound' | 'onGap'
>;

/** Keeps from when on nothing has become text, until it is told. */
function createTrouble(options: TroubleOptions) {
  const { clock, untranscribed, onWithdrawn, onSound, onGap } = options;
  const id = segmentIdSchema.parse(randomUUID());
  let lostFromMs: number | undefined;

  function tell(untilMs: number) {
    if (lostFromMs === undefined) return;
    if (untilMs > lostFromMs) onGap(lostFromMs, untilMs);
    lostFromMs = undefined;
    untranscribed.settled(id);
    onSound();
  }

  return {
    began(lost: readonly { segmentId: SegmentId; startMs: number }[]) {
      for (const { segmentId } of lost) onWithdrawn(segmentId);
      const startsMs = lost.map(({ startMs }) => startMs);
      lostFromMs = Math.min(lostFromMs ?? clock(), ...startsMs);
      // What is lost is not late, but a bot that takes over has to know of it.
      untranscribed.began(id, lostFromMs, Number.POSITIVE_INFINITY);
    },
    /** Hands the audio on; once enough of it was dealt with, the trouble before is over. */
    watch(audio: AsyncIterable<TrackAudio>): AsyncIterable<TrackAudio> {
      return lostFromMs === undefined ? audio : untilSound(audio, tell);
    },
    over: () => tell(clock()),
  };
}

async function* untilSound(
  audio: AsyncIterable<TrackAudio>,
  onSound: (heardFromMs: number) => void,
): AsyncGenerator<TrackAudio> {
  let heardFromMs: number | undefined;
  for await (const item of audio) {
    if (item !== 'cut') {
      heardFromMs ??= item.arrivedAtMs - item.samples.length / SAMPLES_PER_MS;
      if (item.arrivedAtMs - heardFromMs >= SOUND_AFTER_MS) onSound(Math.round(heardFromMs));
    }
    yield item;
  }
}
