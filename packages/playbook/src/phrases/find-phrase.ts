import type { Spoken } from '../words/spoken.ts';
import type { Token } from '../words/tokens.ts';
import { isNegated } from './negation.ts';
import { parsePhrase } from './parse-phrase.ts';
import { type PhraseMachine, phraseMachine } from './phrase-machine.ts';
import { type Found, runMachine } from './run-machine.ts';

/** A phrase that is ready to be looked for. */
export interface CompiledPhrase {
  /** As the card has it. */
  text: string;
  parts: readonly PhraseMachine[];
}

/** Where a phrase was said. */
export interface PhraseMatch {
  /** The phrase as the card has it. */
  text: string;
  /** Positions of its own words, ascending. */
  words: readonly number[];
  /** 0–1: how close the words stand to the phrase as written. */
  clarity: number;
}

/** Parts in any order stand at most this far apart, from the first word to the last. */
const MAX_SPREAD = 16;
/** Of each part at most this many places are tried, the latest ones. */
const MAX_PLACES = 6;
/** Words passed over that cost nothing; beyond, each costs a little. */
const FREE_PASSES = 3;
const PASS_FACTOR = 0.985;
const SEAM_FACTOR = 0.97;
const SENTENCE_FACTOR = 0.95;

/** Makes a phrase ready. Throws `PlaybookError` when it is not of the language. */
export function compilePhrase(text: string): CompiledPhrase {
  return { text, parts: parsePhrase(text).map(phraseMachine) };
}

/**
 * The clearest place where a phrase is said, and not denied, whose last word is at `since` or later;
 * undefined when there is none.
 */
export function findPhrase(
  { text, parts }: CompiledPhrase,
  spoken: Spoken,
  since = 0,
): PhraseMatch | undefined {
  const place = search(parts, spoken, since, isNegated);
  return place && { text, words: place.words, clarity: place.clarity };
}

/** Whether a phrase is said, its last word at `since` or later, be it denied or not. */
export function isMentioned({ parts }: CompiledPhrase, spoken: Spoken, since = 0): boolean {
  return search(parts, spoken, since, () => false) !== undefined;
}

/** Where all parts of a phrase are said. */
type Place = Omit<PhraseMatch, 'text'>;
type IsDenied = (tokens: readonly Token[], from: number) => boolean;

function search(
  parts: readonly PhraseMachine[],
  spoken: Spoken,
  since: number,
  isDenied: IsDenied,
): Place | undefined {
  let places: Found[] = [[]];
  for (const part of parts) {
    const found = placesOf(part, spoken, isDenied);
    places = places.flatMap((before) => found.flatMap((place) => joined(before, place)));
    if (places.length === 0) return undefined;
  }
  let best: Place | undefined;
  for (const words of places) {
    if ((words.at(-1) ?? -1) < since) continue;
    const match = { words, clarity: clarityOf(words, spoken.tokens) };
    if (!best || match.clarity >= best.clarity) best = match;
  }
  return best;
}

function placesOf(part: PhraseMachine, { tokens, positions }: Spoken, isDenied: IsDenied): Found[] {
  if (!part.needed.every((stems) => stems.some((stem) => positions.has(stem)))) return [];
  const starts = new Set(part.firstStems.flatMap((stem) => positions.get(stem) ?? []));
  const places: Found[] = [];
  for (const from of [...starts].sort((left, right) => right - left)) {
    const found = runMachine(part, tokens, from);
    if (found && !isDenied(tokens, from)) places.push(found);
    if (places.length === MAX_PLACES) break;
  }
  return places;
}

function joined(before: Found, place: Found): Found[] {
  if (before.length === 0) return [place];
  const words = [...before, ...place].sort((left, right) => left - right);
  const spread = (words.at(-1) ?? 0) - (words[0] ?? 0);
  const overlaps = new Set(words).size < words.length;
  return overlaps || spread > MAX_SPREAD ? [] : [words];
}

function clarityOf(words: Found, tokens: readonly Token[]): number {
  const first = words[0] ?? 0;
  const last = words.at(-1) ?? first;
  const between = tokens.slice(first, last);
  const count = (kind: Token['kind']) => between.filter((token) => token.kind === kind).length;
  const own = new Set(words);
  const passed = between.filter((token, index) => {
    return token.kind === 'word' && !token.skippable && !own.has(first + index);
  }).length;
  return (
    PASS_FACTOR ** Math.max(0, passed - FREE_PASSES) *
    SEAM_FACTOR ** count('seam') *
    SENTENCE_FACTOR ** count('sentence-end')
  );
}
