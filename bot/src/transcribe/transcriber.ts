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
  /** ISO 639-1 of what is spoken. Default: the model guesses. */
  language?: string | undefined;
  /** Words that may be said, for the model to lean on. */
  prompt?: string | undefined;
  signal: AbortSignal;
}

/** One word with the signs at it, as a model wrote it. */
export interface HeardWord {
  word: string;
  /** How sure the model was of it, from 0 to 1. */
  probability: number;
  /** Of how many pieces the model made it: common words are one, rare and invented ones several. */
  pieces: number;
}

/** What a model made of some audio. Figures are null when the model does not report them. */
export interface Transcription {
  text: string;
  language: string;
  noSpeechProbability: number | null;
  meanLogProbability: number | null;
  words: readonly HeardWord[] | null;
}

/** What was made of some audio, and what of the same audio with likely terms in mind, where that was asked. */
export interface Hearing extends Transcription {
  again?: Transcription | undefined;
}

/** A transcriber as one track sees it: bound to its speaker and name. */
export type Decode = (
  purpose: TranscribeRequest['purpose'],
  samples: Int16Array,
  signal: AbortSignal,
) => Promise<Hearing>;

/** Turns audio into text. Fails only with a `TranscriberError`. */
export interface Transcriber {
  transcribe(request: TranscribeRequest): Promise<Transcription>;
}

/** A transcriber that also knows whether it can be reached. */
export interface WatchedTranscriber extends Transcriber {
  isReachable(): boolean;
}
