import type { PlacedWord } from './placed-words.ts';
import { resemblance, soundOf } from './resemblance.ts';
import type { Term } from './term-list.ts';

/** Some words in a row that may be a term which was misheard. */
export interface Likeness {
  /** Words from one to before another. */
  from: number;
  to: number;
  term: Term;
  /** From 0 to 1. */
  resemblance: number;
  /** How sure the decoder was of these words, from 0 to 1: the geometric mean over their pieces. */
  probability: number;
  /** Grows with the resemblance and with the decoder's doubt: the words of ordinary calls stay below 0.36. */
  weight: number;
}

/** A term of two words may be heard as six. */
const MAX_WORDS = 6;
/** What was heard is at least so much and at most so many times as long as the term. */
const LEAST_LENGTH = 0.55;
const MOST_LENGTH = 1.6;
/** Words that resemble a term less could be anything. */
const LEAST_ALIKE = 0.46;
/** A sure word has to resemble a term so much more than one that was guessed. */
const DOUBT = 0.3;
/** Ordinary words, unsure ones too, weigh up to 0.35 (measured on the scripted calls). */
const WORTH_A_LOOK = 0.37;
/** A span of which every word was surer is what was said. */
const UNSURE_WORD = 0.75;
/** A rare word may be surer: names that are not known are made up of pieces that are. */
const UNSURE_RARE_WORD = 0.85;
const UNSURE_SPAN = 0.85;

/** Finds where words of which the decoder was unsure resemble terms; numbers are never among them. */
export function likenesses(words: readonly PlacedWord[], terms: readonly Term[]): Likeness[] {
  return unsureSpans(words).flatMap(({ from, to, letters, probability }) => {
    const sound = soundOf(letters);
    return terms.flatMap((term) => {
      const length = letters.length / term.letters.length;
      if (length < LEAST_LENGTH || length > MOST_LENGTH) return [];
      const alike = resemblance(sound, term);
      const weight = alike - DOUBT * probability;
      if (alike < LEAST_ALIKE || weight < WORTH_A_LOOK) return [];
      return [{ from, to, term, probability, resemblance: alike, weight }];
    });
  });
}

interface Span {
  from: number;
  to: number;
  letters: string;
  probability: number;
}

function unsureSpans(words: readonly PlacedWord[]): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + MAX_WORDS); to += 1) {
      const inside = words.slice(from, to);
      if (inside.at(-1)?.isNumber) break;
      const letters = inside.map((word) => word.letters).join('');
      const probability = probabilityOf(inside);
      const isUnsure = inside.some(isUnsureWord);
      if (isUnsure && probability < UNSURE_SPAN) spans.push({ from, to, letters, probability });
    }
  }
  return spans;
}

function isUnsureWord({ probability, pieces }: PlacedWord): boolean {
  return probability < (pieces > 1 ? UNSURE_RARE_WORD : UNSURE_WORD);
}

/** How sure the decoder was of words on the whole, from 0 to 1: the geometric mean over their pieces. */
export function probabilityOf(words: readonly PlacedWord[]): number {
  let sum = 0;
  let pieces = 0;
  for (const word of words) {
    const weight = Math.max(1, word.pieces);
    sum += weight * Math.log(word.probability);
    pieces += weight;
  }
  return Math.exp(sum / pieces);
}
