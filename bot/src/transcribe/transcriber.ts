import type { Speaker } from '@agent/protocol';

/** One pass over an utterance's audio so far. */
export interface TranscribeRequest {
  /** Mono 16-bit PCM at 16 kHz. */
  samples: Int16Array;
  /** Interims are the first load to shed; finals are never refused by the local server. */
  purpose: 'interim' | 'final';
  speaker: Speaker;
  /** Names the track: of its interims only the newest matters. */
  track: string;
  signal: AbortSignal;
}

/** What a model made of some audio. Figures are null when the model does not report them. */
export interface Transcription {
  text: string;
  language: string;
  noSpeechProbability: number | null;
  meanLogProbability: number | null;
}

/** A transcriber as one track sees it: bound to its speaker and name. */
export type Decode = (
  purpose: TranscribeRequest['purpose'],
  samples: Int16Array,
  signal: AbortSignal,
) => Promise<Transcription>;

/** Turns audio into text. Fails only with a `TranscriberError`. */
export interface Transcriber {
  transcribe(request: TranscribeRequest): Promise<Transcription>;
}

/** A transcriber that also knows whether it can be reached. */
export interface WatchedTranscriber extends Transcriber {
  isReachable(): boolean;
}
