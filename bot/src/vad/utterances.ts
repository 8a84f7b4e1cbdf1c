import type { SegmentId } from '@agent/protocol';
import { SAMPLE_RATE, SAMPLES_PER_MS, type TrackAudio } from '../audio/audio-frame.ts';
import { createSampleClock } from '../audio/sample-clock.ts';
import { createSampleRing } from '../audio/sample-ring.ts';
import {
  defaultEndpointing,
  type EndpointingDecision,
  type EndpointingOptions,
  type EndpointingState,
  endpoint,
  endpointNow,
} from './endpointing.ts';
import { type Vad, WINDOW_SAMPLES } from './vad.ts';

/** A span of speech of one speaker, still growing or over. */
export interface Utterance {
  /** Also the id of the segment it becomes. */
  id: SegmentId;
  startMs: number;
  /** Where its audio ends by now; once it has paused or ended, where its speech ended. */
  endMs: number;
  /** Copies its audio so far, pre-roll included. Valid only while the event is being handled. */
  samples(): Int16Array;
}

/** What happens to an utterance: it starts, grows, may pause and resume, and ends once. */
export interface UtteranceEvent {
  kind: 'started' | 'grew' | 'paused' | 'resumed' | 'ended';
  utterance: Utterance;
}

export interface UtterancesOptions {
  vad: Vad;
  newId: () => SegmentId;
  endpointing?: EndpointingOptions;
}

/** Audio kept before the onset, without which first words are lost. */
const PRE_ROLL_MS = 300;
/** Longest utterance, its pre-roll and its closing silence. */
const RING_SAMPLES = 18 * SAMPLE_RATE;

/** Cuts a track's audio into utterances. */
export async function* utterances(
  audio: AsyncIterable<TrackAudio>,
  options: UtterancesOptions,
): AsyncGenerator<UtteranceEvent> {
  const listener = createListener(options);
  for await (const item of audio) {
    if (item === 'cut') {
      yield* listener.cut();
      continue;
    }
    listener.hear(item);
    while (listener.hasWindow()) yield* listener.decide(await listener.listen());
  }
  yield* listener.cut();
}

interface OpenUtterance {
  id: SegmentId;
  audioFrom: number;
  speechFromMs: number;
}

function createListener({ vad, newId, endpointing = defaultEndpointing }: UtterancesOptions) {
  const ring = createSampleRing(RING_SAMPLES);
  const clock = createSampleClock();
  const window = new Float32Array(WINDOW_SAMPLES);
  let heardTo = 0;
  /** Audio before this belongs to an earlier utterance or to the far side of a cut. */
  let floor = 0;
  let state: EndpointingState = { phase: 'silent' };
  let open: OpenUtterance | undefined;

  function event(kind: UtteranceEvent['kind'], of: OpenUtterance, endMs: number): UtteranceEvent {
    const from = of.audioFrom;
    const to = kind === 'ended' ? position(endMs) + TAIL_SAMPLES : heardTo;
    const utterance = {
      id: of.id,
      startMs: clock.timeMs(position(of.speechFromMs)),
      endMs: clock.timeMs(position(endMs)),
      samples: () => ring.slice(from, Math.min(to, heardTo)),
    };
    return { kind, utterance };
  }

  function begin(speechFromMs: number, audioFrom: number): OpenUtterance {
    open = { id: newId(), audioFrom: Math.max(floor, audioFrom), speechFromMs };
    return open;
  }

  function* end(speechEndMs: number): Generator<UtteranceEvent> {
    if (!open) return;
    const ended = event('ended', open, speechEndMs);
    floor = Math.min(heardTo, position(speechEndMs) + TAIL_SAMPLES);
    open = undefined;
    yield ended;
  }

  function* apply(decision: EndpointingDecision): Generator<UtteranceEvent> {
    switch (decision.kind) {
      case 'start': {
        const onset = position(decision.speechStartMs);
        yield event('started', begin(decision.speechStartMs, onset - PRE_ROLL_SAMPLES), nowMs());
        return;
      }
      case 'pause':
        if (open) yield event('paused', open, decision.speechEndMs);
        return;
      case 'resume':
        if (open) yield event('resumed', open, nowMs());
        return;
      case 'commit':
        yield* end(decision.speechEndMs);
        return;
      case 'split':
        yield* splitAt(decision.atMs);
        return;
      default:
        decision satisfies never;
    }
  }

  function* splitAt(atMs: number): Generator<UtteranceEvent> {
    if (!open) return;
    const cutAt = position(atMs);
    const first = event('ended', open, atMs);
    const { audioFrom } = open;
    yield {
      ...first,
      utterance: { ...first.utterance, samples: () => ring.slice(audioFrom, cutAt) },
    };
    floor = cutAt;
    yield event('started', begin(atMs, cutAt), nowMs());
  }

  function nowMs() {
    return heardTo / SAMPLES_PER_MS;
  }

  return {
    hear(frame: Exclude<TrackAudio, 'cut'>) {
      ring.write(frame.samples);
      clock.arrived(ring.end, frame.arrivedAtMs);
    },
    hasWindow: () => ring.end - heardTo >= WINDOW_SAMPLES,
    async listen() {
      const startMs = nowMs();
      const level = toFloat(ring.slice(heardTo, heardTo + WINDOW_SAMPLES), window);
      heardTo += WINDOW_SAMPLES;
      return { startMs, endMs: nowMs(), level, probability: await vad.speechProbability(window) };
    },
    *decide(heard: { startMs: number; endMs: number; level: number; probability: number }) {
      const step = endpoint(state, heard, endpointing);
      state = step.state;
      if (step.decision) yield* apply(step.decision);
      else if (open && state.phase !== 'paused') yield event('grew', open, nowMs());
    },
    *cut() {
      const step = endpointNow(state, nowMs());
      state = step.state;
      if (step.decision) yield* apply(step.decision);
      vad.reset();
      heardTo = ring.end;
      floor = heardTo;
    },
  };
}

const PRE_ROLL_SAMPLES = PRE_ROLL_MS * SAMPLES_PER_MS;
/** Silence kept after the last sound, so that its decay is not cut off. */
const TAIL_SAMPLES = 200 * SAMPLES_PER_MS;

function position(ms: number): number {
  return Math.round(ms * SAMPLES_PER_MS);
}

/** Scales 16-bit samples into `target` and returns their mean amplitude. */
function toFloat(samples: Int16Array, target: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < samples.length; index += 1) {
    const value = (samples[index] ?? 0) / 32_768;
    target[index] = value;
    sum += Math.abs(value);
  }
  return sum / samples.length;
}
