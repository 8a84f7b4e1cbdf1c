import type { CallClock } from '../audio/audio-frame.ts';
import type { Transcription } from '../transcribe/transcriber.ts';
import { TranscriberError } from '../transcribe/transcriber-error.ts';
import type { Utterance } from '../vad/utterances.ts';

export interface InterimPassesOptions {
  /** Decodes the audio so far with the interim model. */
  decode: (samples: Int16Array, signal: AbortSignal) => Promise<Transcription>;
  /** Told when something else than the transcriber failed. */
  onFault: (error: unknown) => void;
  /** Told of each pass that succeeded, in order, with the end of the audio it heard. */
  onPass: (transcription: Transcription, audioEndMs: number) => void;
  clock: CallClock;
  /** Speech needed for a first pass worth showing. Default 250. */
  firstAfterMs?: number;
  /** Least time from the start of one pass to the next. Default 120. */
  everyMs?: number;
}

/** The passes over one growing utterance: at most one in flight, always on the newest audio. */
export interface InterimPasses {
  /** The utterance has grown: starts a pass when one is due. */
  grew(utterance: Utterance): void;
  /** No more passes; one in flight is forgotten. */
  stop(): void;
}

/** Wait after the transcriber shed or failed a pass and did not say how long. */
const BACK_OFF_MS = 500;

/** Creates the interim passes of one utterance. */
export function createInterimPasses(options: InterimPassesOptions): InterimPasses {
  const { decode, onPass, onFault, clock, firstAfterMs = 250, everyMs = 120 } = options;
  const stopping = new AbortController();
  let isInFlight = false;
  let notBeforeMs = 0;

  async function pass(utterance: Utterance) {
    isInFlight = true;
    notBeforeMs = clock() + everyMs;
    try {
      const transcription = await decode(utterance.samples(), stopping.signal);
      if (!stopping.signal.aborted) onPass(transcription, utterance.endMs);
    } catch (error) {
      if (!(error instanceof TranscriberError)) return onFault(error);
      notBeforeMs = clock() + (error.retryAfterMs ?? BACK_OFF_MS);
    } finally {
      isInFlight = false;
    }
  }

  return {
    grew(utterance) {
      const isDue = !isInFlight && clock() >= notBeforeMs;
      if (stopping.signal.aborted || !isDue) return;
      if (utterance.endMs - utterance.startMs >= firstAfterMs) void pass(utterance);
    },
    stop: () => stopping.abort(),
  };
}
