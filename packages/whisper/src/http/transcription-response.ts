import { deflateSync } from 'node:zlib';
import type { EngineResult } from '../engine/engine.ts';
import { languageName } from '../model/languages.ts';

/** OpenAI's verbose answer. What begins with `x_` is our addition: why it stopped, and how sure each word is. */
export interface VerboseTranscription {
  readonly task: 'transcribe';
  readonly language: string;
  readonly duration: number;
  readonly text: string;
  readonly segments: readonly [TranscriptionSegment];
  readonly x_stop_reason: EngineResult['stopReason'];
  readonly x_words: EngineResult['words'];
}

/** One segment as OpenAI describes it; an utterance is always one. */
export interface TranscriptionSegment {
  readonly id: 0;
  readonly seek: 0;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tokens: readonly number[];
  readonly temperature: 0;
  readonly avg_logprob: number;
  readonly compression_ratio: number;
  readonly no_speech_prob: number;
}

/** Builds the verbose answer for `seconds` of audio. */
export function verboseTranscription(result: EngineResult, seconds: number): VerboseTranscription {
  return {
    task: 'transcribe',
    language: languageName(result.language),
    duration: seconds,
    text: result.text,
    segments: [
      {
        id: 0,
        seek: 0,
        start: 0,
        end: seconds,
        text: result.text,
        tokens: result.tokens,
        temperature: 0,
        avg_logprob: result.meanLogProbability,
        compression_ratio: compressionRatio(result.text),
        no_speech_prob: result.noSpeechProbability,
      },
    ],
    x_stop_reason: result.stopReason,
    x_words: result.words,
  };
}

/** Bytes of the text per byte of it compressed: high for text that repeats itself. */
function compressionRatio(text: string): number {
  const bytes = Buffer.from(text, 'utf8');
  return bytes.length / deflateSync(bytes).length;
}
