import type { DecoderSession } from '../decode/decoder-session.ts';
import type { Vocabulary } from '../model/vocabulary.ts';

/** A vocabulary of ten words: tokens 0–9, end of text 10, start of transcript 11. */
export const TINY_VOCABULARY: Vocabulary = {
  multilingual: false,
  special: {
    endOfText: 10,
    startOfTranscript: 11,
    transcribe: 112,
    previousText: 114,
    noSpeech: 115,
    noTimestamps: 116,
  },
  lists: { suppress: [9], begin: [10] },
  bytes: Array.from({ length: 10 }, (_, word) => Buffer.from(` w${word}`)),
};

const ROW_WIDTH = 120;

/** A decoder that says a scripted text after the lead, whatever it is fed, and counts its steps. */
export interface ScriptedSession extends DecoderSession {
  readonly fed: ReadonlyArray<{ readonly tokens: readonly number[]; readonly offset: number }>;
}

/**
 * `next` gives the token that follows a text so far; the row of a wrongly drafted token follows
 * from the text with that wrong token in it, as in a true decoder.
 */
export function scriptedSession(
  leadTokens: number,
  next: (text: readonly number[]) => number,
): ScriptedSession {
  const fed: Array<{ tokens: readonly number[]; offset: number }> = [];
  const context: number[] = [];
  return {
    fed,
    step: async (tokens, offset) => {
      fed.push({ tokens, offset });
      return tokens.map((token, index) => {
        context.splice(offset + index, Number.POSITIVE_INFINITY, token);
        const row = new Float32Array(ROW_WIDTH).fill(-10);
        row[next(context.slice(leadTokens))] = 5;
        return row;
      });
    },
  };
}
