import { language } from '../language.ts';

/** A word or turn of phrase that carries feeling, in a clause of single-spaced lower-case words. */
export interface LexiconHit {
  /** −5 to 5. */
  valence: number;
  isThanks: boolean;
  /** Where it stands in the clause; `end` is after it. */
  start: number;
  end: number;
}

interface Phrase {
  valence: number;
  isThanks: boolean;
  /** Sticky; ends at the end of a word. */
  pattern: RegExp;
}

const phrases: readonly Phrase[] = [
  ...language.domainLexicon.flatMap(([valence, list]) => phrasesOf(valence, list, false)),
  ...language.thanksLexicon.flatMap(([valence, list]) => phrasesOf(valence, list, true)),
];
/** Whether any phrase begins here: asked first, as most words begin none. */
const anyPhrase = new RegExp(phrases.map(({ pattern }) => pattern.source).join('|'), 'y');
const baseLexicon = new Map(Object.entries(language.baseLexicon));

/**
 * Finds what carries feeling in a clause, from left to right. The longest phrase of the domain wins;
 * only where none begins is the base lexicon asked. Phrases of valence 0 are found and left out.
 */
export function lexiconHits(clause: string): LexiconHit[] {
  const hits: LexiconHit[] = [];
  for (let start = 0; start < clause.length; ) {
    const hit = phraseAt(clause, start) ?? wordAt(clause, start);
    if (hit.valence !== 0) hits.push(hit);
    start = hit.end + 1;
  }
  return hits;
}

function phraseAt(clause: string, start: number): LexiconHit | undefined {
  anyPhrase.lastIndex = start;
  if (!anyPhrase.test(clause)) return undefined;
  let longest: LexiconHit | undefined;
  for (const { valence, isThanks, pattern } of phrases) {
    pattern.lastIndex = start;
    if (!pattern.test(clause)) continue;
    const end = pattern.lastIndex;
    if (!longest || end > longest.end) longest = { valence, isThanks, start, end };
  }
  return longest;
}

function wordAt(clause: string, start: number): LexiconHit {
  const space = clause.indexOf(' ', start);
  const end = space < 0 ? clause.length : space;
  const valence = baseLexicon.get(clause.slice(start, end)) ?? 0;
  return { valence, isThanks: false, start, end };
}

function phrasesOf(valence: number, list: readonly string[], isThanks: boolean): Phrase[] {
  return list
    .flatMap((alternatives) => alternatives.split(/\|(?![^(]*\))/))
    .map((phrase) => {
      const source = phrase.replaceAll('*', "[a-z']*");
      return { valence, isThanks, pattern: new RegExp(`(?:${source})(?![a-z'])`, 'y') };
    });
}
