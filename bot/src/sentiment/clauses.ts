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

/** "Anything but fast" is no contrast. */
const contrast = /(?<!\banything )\b(?:but|however|except|nevertheless|on the other hand)\b/g;
const concession =
  /^(?:and )?(?:although|even though|though|even if|despite|i (?:first |really )?(?:thought|feared))\b/;

/** What people are called says nothing of how they feel: "My name is Grace Love." */
const names =
  /\b([Nn]ame(?:'s| is)|[Ss]urname is|[Mm]rs?\.?|[Mm]s\.?|[Mm]iss|[Dd]r\.?|[Tt]his is|[Ii]t's)((?: \p{Lu}[\p{L}'-]+){1,3})/gu;

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
    .split(/[,;:–—]|(?= although | even though )/)
    .map((clause) => clause.replace(/[^\p{L}\p{N}']+/gu, ' ').trim())
    .filter((words) => words !== '')
    .map((words) => ({
      words,
      weight: concession.test(words) ? weight * CONCEDED_WEIGHT : weight,
    }));
}
