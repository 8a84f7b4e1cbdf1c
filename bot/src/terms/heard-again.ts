import { commonWords } from './common-words.ts';
import { type Likeness, probabilityOf } from './likenesses.ts';
import type { PlacedWord } from './placed-words.ts';
import type { Replacement } from './replacements.ts';
import type { Term } from './term-list.ts';

/** What was heard, once without and once with the terms in mind. */
export interface TwoHearings {
  words: readonly PlacedWord[];
  again: readonly PlacedWord[];
  /** The text of the second. */
  textAgain: string;
  found: readonly Likeness[];
}

/** Words in a row of both hearings. */
interface Block {
  from: number;
  to: number;
  fromAgain: number;
  toAgain: number;
}

interface Written extends Block {
  term: Term;
}

/** More words than this are another sentence. */
const MAX_WORDS = 8;
const MOST_SURE = 0.85;
/** So many words beside the terms may have been misheard with them: "Kestrel and Keith stopping". */
const MAX_WORDS_BESIDE = 2;
/** What is written in the place of something is about as long. */
const MOST_LENGTH = 2;
/** A term may take the place of words that resemble another one by so much more. */
const NEARLY_BEST = 0.05;

/**
 * Finds the terms that the second hearing wrote where the first was unsure of something alike. What
 * both say around them stays; the words between, which one of them got wrong, are the second's.
 */
export function heardAgain(hearings: TwoHearings): Replacement[] {
  const written = termsWritten(hearings).filter((place) => isCredible(place, hearings));
  return joined(written).map((places) => replacementOf(places, hearings));
}

function termsWritten({ words, again, found }: TwoHearings): Written[] {
  const common = commonWords(words.map(keyOf), again.map(keyOf));
  const terms = new Map(found.map(({ term }) => [term.text, term]));
  return [...terms.values()].flatMap((term) =>
    placesOf(term, again).map(({ fromAgain, toAgain }) => {
      const before = common.findLast(({ other }) => other < fromAgain);
      const after = common.find(({ other }) => other >= toAgain);
      return {
        term,
        from: (before?.one ?? -1) + 1,
        to: after?.one ?? words.length,
        fromAgain: (before?.other ?? -1) + 1,
        toAgain: after?.other ?? again.length,
      };
    }),
  );
}

/** Where a term is written: in its own words, or in fewer. In more they may be other words, as "Kestrel on". */
function placesOf(term: Term, words: readonly PlacedWord[]) {
  return words.flatMap((_, fromAgain) => {
    const counts = term.words.map((_word, index) => index + 1);
    const count = counts.find((count) => lettersOf(words, fromAgain, count) === term.letters);
    return count === undefined ? [] : [{ fromAgain, toAgain: fromAgain + count }];
  });
}

function lettersOf(words: readonly PlacedWord[], from = 0, count = words.length): string {
  return words
    .slice(from, from + count)
    .map(({ letters }) => letters)
    .join('');
}

function isCredible(place: Written, { words, again, found }: TwoHearings): boolean {
  const heard = words.slice(place.from, place.to);
  const instead = again.slice(place.fromAgain, place.toAgain);
  const isSame = heard.map(keyOf).join(' ') === instead.map(keyOf).join(' ');
  if (isSame || heard.length === 0 || Math.max(heard.length, instead.length) > MAX_WORDS)
    return false;
  if ([...heard, ...instead].some(({ isNumber }) => isNumber)) return false;
  if (probabilityOf(heard) > MOST_SURE) return false;
  if (instead.length - place.term.words.length > MAX_WORDS_BESIDE) return false;
  const length = lettersOf(instead).length / Math.max(1, lettersOf(heard).length);
  if (length > MOST_LENGTH || length < 1 / MOST_LENGTH) return false;
  const here = found.filter(({ from, to }) => from < place.to && to > place.from);
  // Those that lie across an end of the place explain other words.
  const whole = here.filter(
    ({ from, to }) =>
      (from >= place.from && to <= place.to) || (from <= place.from && to >= place.to),
  );
  const best = Math.max(...whole.map(({ weight }) => weight));
  return here.some(({ term, weight }) => term === place.term && weight >= best - NEARLY_BEST);
}

/** Those that share words are replaced as one. */
function joined(places: readonly Written[]): Written[][] {
  const groups: Written[][] = [];
  for (const place of places.toSorted((one, other) => one.from - other.from)) {
    const last = groups.at(-1);
    const end = Math.max(...(last ?? []).map(({ to }) => to));
    if (last && place.from < end) last.push(place);
    else groups.push([place]);
  }
  return groups;
}

function replacementOf(
  places: readonly Written[],
  { words, again, textAgain }: TwoHearings,
): Replacement {
  const least = (key: keyof Block) => Math.min(...places.map((place) => place[key]));
  const most = (key: keyof Block) => Math.max(...places.map((place) => place[key]));
  const terms = places.map(({ term }) => term);
  const instead = again.slice(least('fromAgain'), most('toAgain'));
  return {
    start: words[least('from')]?.start ?? 0,
    end: words[most('to') - 1]?.end ?? 0,
    to: writtenOut(instead, textAgain, terms),
  };
}

/** The words as the second hearing has them, with the terms as they are written. */
function writtenOut(words: readonly PlacedWord[], text: string, terms: readonly Term[]): string {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  let out = '';
  let at = start;
  const places = terms
    .flatMap((term) => placesOf(term, words).map((place) => ({ ...place, term })))
    .toSorted((one, other) => one.fromAgain - other.fromAgain);
  for (const { fromAgain, toAgain, term } of places) {
    const from = words[fromAgain]?.start ?? end;
    if (from < at) continue;
    out += text.slice(at, from) + term.text;
    at = words[toAgain - 1]?.end ?? end;
  }
  return out + text.slice(at, end);
}

function keyOf({ letters, word }: PlacedWord): string {
  return letters || word;
}
