import { CLAUSE_STARTS, NEGATION_ENDS, PRONOUNS } from '../words/function-words.ts';
import { stemOf } from '../words/stem.ts';
import type { Token } from '../words/tokens.ts';

/** A negation reaches over this many words at most. */
const MAX_REACH_WORDS = 6;
const AND = stemOf('and');

/**
 * Tells whether the words from `start` on are said not to be so: "I don't want a refund" for
 * "refund". A negation reaches up to the end of its clause, and not past words such as "know".
 */
export function isNegated(tokens: readonly Token[], start: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - MAX_REACH_WORDS; at -= 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || endsReach(token, tokens[at + 1])) return false;
    if (token.negates) return true;
  }
  return false;
}

function endsReach({ stem }: Token, next: Token | undefined): boolean {
  if (CLAUSE_STARTS.has(stem) || NEGATION_ENDS.has(stem)) return true;
  return stem === AND && next !== undefined && PRONOUNS.has(next.stem);
}
