import { NEGATORS } from '../words/function-words.ts';
import { isNumber } from '../words/spoken.ts';
import type { Token } from '../words/tokens.ts';
import { kindsOf } from './word-kinds.ts';

/** What is noticed about a turn, and how much each of it counts. */
export type Features = ReadonlyMap<string, number>;

const WORD = 1;
const KIND = 0.8;
const PAIR = 0.7;
const DENIED = 0.6;
const AGENT = 0.7;
/** A negation colours this many words after it. */
const DENIAL_REACH_WORDS = 4;
const ANY_NUMBER = '#';

/**
 * What is noticed about words and about those of the agent that they answer: each word, its kinds,
 * which stands beside which, and what follows a negation.
 */
export function featuresOf(tokens: readonly Token[], agentTokens: readonly Token[]): Features {
  const features = new Map<string, number>();
  const signs = signsOf(tokens);
  const general = ['^', ...signs.map((sign) => kindsOf(sign)[0] ?? sign), '$'];
  for (const sign of signs) {
    features.set(sign, WORD);
    for (const kind of kindsOf(sign)) features.set(kind, KIND);
  }
  for (const [index, sign] of general.slice(1).entries()) {
    features.set(`${general[index]} ${sign}`, PAIR);
  }
  for (const sign of deniedAmong(tokens)) features.set(`not ... ${sign}`, DENIED);
  for (const sign of signsOf(agentTokens)) features.set(`agent: ${sign}`, AGENT);
  return features;
}

/** Words, numbers as one, and the ends of clauses and sentences as one. */
function signsOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ kind, stem }) => (kind === 'word' ? wordSign(stem) : '.'));
}

function wordSign(stem: string): string {
  return isNumber(stem) ? ANY_NUMBER : stem;
}

function deniedAmong(tokens: readonly Token[]): string[] {
  const denied: string[] = [];
  let reach = 0;
  for (const { kind, stem } of tokens) {
    if (NEGATORS.has(stem)) reach = DENIAL_REACH_WORDS;
    else if (kind === 'word' && reach > 0) {
      denied.push(wordSign(stem), ...kindsOf(stem));
      reach -= 1;
    }
  }
  return denied;
}
