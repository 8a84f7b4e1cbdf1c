import type { CallClock } from '../audio/audio-frame.ts';
import type { Decode, Hearing, Transcription } from '../transcribe/transcriber.ts';
import { TranscriberError } from '../transcribe/transcriber-error.ts';
import { likelyTerms } from './restore-terms.ts';
import type { Term } from './term-list.ts';
import { promptFor, termsToAskFor } from './term-prompt.ts';

/** Decodes with words for the model to lean on. */
export type DecodeWithPrompt = (
  ...request: [...Parameters<Decode>, prompt?: string]
) => Promise<Transcription>;

export interface HearTwiceOptions {
  decode: DecodeWithPrompt;
  /** The terms of the call's queue as they are now. */
  terms: () => readonly Term[];
  clock: CallClock;
}

/** A transcriber that took longer than this has enough to do. */
const MOST_BUSY_MS = 1_500;

/**
 * Decodes as it is asked to; a final in which unsure words resemble terms once more, with those terms
 * as its prompt. All terms at once would change what is written of other words (measured: README).
 */
export function hearTwice({ decode, terms, clock }: HearTwiceOptions): Decode {
  return async (purpose, samples, signal): Promise<Hearing> => {
    const beganAt = clock();
    const heard = await decode(purpose, samples, signal);
    if (purpose !== 'final' || clock() - beganAt > MOST_BUSY_MS) return heard;
    const likely = termsToAskFor(likelyTerms(heard, terms()));
    if (!likely) return heard;
    const again = decode(purpose, samples, signal, promptFor(likely, heard.language));
    return { ...heard, again: await again.catch(whatWasHeardStands) };
  };
}

function whatWasHeardStands(error: unknown): undefined {
  if (!(error instanceof TranscriberError)) throw error;
}
