import type { SegmentId } from '@agent/protocol';
import {
  type AudioFrame,
  SAMPLE_RATE,
  SAMPLES_PER_MS,
  type TrackAudio,
} from '../audio/audio-frame.ts';
import { createSampleClock } from '../audio/sample-clock.ts';
import { createSampleRing } from '../audio/sample-ring.ts';
import {
  defaultEndpointing,
  type EndpointingDecision,
  type EndpointingOptions,
  type EndpointingState,
  endpoint,
  endpointNow,
  type VadWindow,
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
  speechFrom: number;
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

  function begin(speechFrom: number, audioFrom: number): OpenUtterance {
    return { id: newId(), audioFrom: Math.max(floor, audioFrom), speechFrom };
  }

  /** Positions: `speechTo` is where its speech ends, `audioTo` where the audio to transcribe ends. */
  function tell(
    kind: UtteranceEvent['kind'],
    { id, audioFrom, speechFrom }: OpenUtterance,
    speechTo = heardTo,
    audioTo = heardTo,
  ): UtteranceEvent {
    const startMs = clock.timeMs(speechFrom);
    const endMs = clock.timeMs(speechTo);
    const samples = () => ring.slice(audioFrom, audioTo);
    return { kind, utterance: { id, startMs, endMs, samples } };
  }

  function* apply(decision: EndpointingDecision): Generator<UtteranceEvent> {
    if (decision.kind === 'start') {
      const speechFrom = position(decision.speechStartMs);
      open = begin(speechFrom, speechFrom - PRE_ROLL_SAMPLES);
      yield tell('started', open);
    }
    if (!open) return;
    switch (decision.kind) {
      case 'start':
        return;
      case 'pause':
        yield tell('paused', open, position(decision.speechEndMs));
        return;
      case 'resume':
        yield tell('resumed', open);
        return;
      case 'commit': {
        const speechTo = position(decision.speechEndMs);
        floor = Math.min(heardTo, speechTo + TAIL_SAMPLES);
        yield tell('ended', open, speechTo, floor);
        open = undefined;
        return;
      }
      case 'split':
        floor = position(decision.atMs);
        yield tell('ended', open, floor, floor);
        open = begin(floor, floor);
        yield tell('started', open);
        return;
      default:
        decision satisfies never;
    }
  }

  return {
    hear(frame: AudioFrame) {
      ring.write(frame.samples);
      clock.arrived(ring.end, frame.arrivedAtMs);
    },
    hasWindow: () => ring.end - heardTo >= WINDOW_SAMPLES,
    async listen(): Promise<VadWindow> {
      const startMs = heardTo / SAMPLES_PER_MS;
      const level = toFloat(ring.slice(heardTo, heardTo + WINDOW_SAMPLES), window);
      heardTo += WINDOW_SAMPLES;
      const probability = await vad.speechProbability(window);
      return { startMs, endMs: heardTo / SAMPLES_PER_MS, level, probability };
    },
    *decide(heard: VadWindow) {
      const step = endpoint(state, heard, endpointing);
      state = step.state;
      if (step.decision) yield* apply(step.decision);
      else if (open && state.phase !== 'paused') yield tell('grew', open);
    },
    *cut() {
      const step = endpointNow(state, heardTo / SAMPLES_PER_MS);
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
