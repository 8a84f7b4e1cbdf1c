import { stemmer } from 'stemmer';
import { language } from '../language.ts';

/** Talk uses a few thousand words; beyond this the memory of stems starts empty again. */
const MAX_KNOWN = 20_000;
const known = new Map<string, string>();

/** The form that a word shares with its inflections: "arrived", "arrives" → "arriv"; "two" → "2". */
export function stemOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const stem =
    lookUp(language.numberWords, word) ?? stemmer(lookUp(language.variants, word) ?? word);
  known.set(word, stem);
  return stem;
}

function lookUp(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
