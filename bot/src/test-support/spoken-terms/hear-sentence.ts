import { normaliseWords } from '@agent/testing/normalise';
import { hearTwice } from '../../terms/hear-twice.ts';
import { restoreTerms } from '../../terms/restore-terms.ts';
import type { Term } from '../../terms/term-list.ts';
import type { Transcriber } from '../../transcribe/transcriber.ts';
import type { SpokenSentence } from './spoken-sentences.ts';

/** What became of a sentence. */
export interface HeardSentence {
  /** Without any terms. */
  first: string;
  /** With the likely ones as a prompt; undefined where there were none. */
  again: string | undefined;
  /** Restored from the first hearing alone. */
  corrected: string;
  /** As the bot writes it. */
  written: string;
  firstMs: number;
  againMs: number;
}

/** Hears a sentence as the bot hears a final. */
export async function hearSentence(
  { samples }: Pick<SpokenSentence, 'samples'>,
  transcriber: Transcriber,
  terms: readonly Term[],
): Promise<HeardSentence> {
  const tookMs: number[] = [];
  const decode = hearTwice({
    terms: () => terms,
    // A busy machine hears twice as well here.
    clock: () => 0,
    async decode(purpose, sound, signal, prompt) {
      const beganAt = performance.now();
      const request = { purpose, samples: sound, signal, prompt };
      const heard = await transcriber.transcribe({ ...request, speaker: 'customer', track: 'a' });
      tookMs.push(performance.now() - beganAt);
      return heard;
    },
  });
  const { again, ...first } = await decode('final', samples, new AbortController().signal);
  const [firstMs = 0, againMs = 0] = tookMs;
  return {
    first: first.text,
    again: again?.text,
    corrected: restoreTerms(first, terms, undefined).text,
    written: restoreTerms(first, terms, again).text,
    firstMs,
    againMs,
  };
}

/** Whether a text has a term, whatever its case and signs. */
export function hasTerm(text: string, term: string): boolean {
  const plain = (some: string) => ` ${normaliseWords(some).join(' ')} `;
  return plain(text).includes(plain(term));
}
