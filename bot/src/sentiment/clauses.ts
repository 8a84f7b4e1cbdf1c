import { language } from '../language.ts';

/** A piece of a sentence within which words bear on each other. */
export interface Clause {
  /** Lower-case words with single spaces. */
  words: string;
  /** How much it counts: less before a "but" and after an "although". */
  weight: number;
}

/** A sentence as far as its feeling goes. */
export interface SpokenSentence {
  clauses: readonly Clause[];
  ending: 'statement' | 'question' | 'exclamation';
}

/** What was said before a "but" is taken back half. */
const CONCEDED_WEIGHT = 0.5;

const { contrast, concession, clauseSeam, names } = language;

/** Takes a text apart into sentences and clauses. */
export function spokenSentences(text: string): SpokenSentence[] {
  const plain = text.replaceAll('’', "'").replace(names, '$1').toLowerCase();
  return [...plain.matchAll(/([^.!?…]+)([.!?…]*)/g)].map(([, body = '', mark = '']) => {
    const sides = body.split(contrast);
    const clauses = sides.flatMap((side, index) =>
      clausesOf(side, index < sides.length - 1 ? CONCEDED_WEIGHT : 1),
    );
    const isQuestion = mark.includes('?');
    return {
      clauses,
      ending: isQuestion ? 'question' : mark.includes('!') ? 'exclamation' : 'statement',
    };
  });
}

function clausesOf(side: string, weight: number): Clause[] {
  return side
    .split(clauseSeam)
    .map((clause) => clause.replace(/[^\p{L}\p{N}']+/gu, ' ').trim())
    .filter((words) => words !== '')
    .map((words) => ({
      words,
      weight: concession.test(words) ? weight * CONCEDED_WEIGHT : weight,
    }));
}
