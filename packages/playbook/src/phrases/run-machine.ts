import { isNumber } from '../words/spoken.ts';
import type { Token } from '../words/tokens.ts';
import type { PhraseMachine, State } from './phrase-machine.ts';

/** Positions of the tokens that are the phrase's own words, in order; never empty. */
export type Found = readonly number[];

/**
 * Reads a part of a phrase from the token at `from` on. Between its words it passes over small words
 * and, in gaps, over any word but a negation; it never begins with one. Undefined when the words are
 * not there. Takes at most states × tokens steps.
 */
export function runMachine(
  machine: PhraseMachine,
  tokens: readonly Token[],
  from: number,
): Found | undefined {
  const seen = new Set<number>();
  const path: number[] = [];
  return reach(machine.start, from) ? path : undefined;

  function reach(state: State, at: number): boolean {
    if (state === machine.accept && path.length > 0) return true;
    const key = at * machine.stateCount + state.id;
    if (seen.has(key)) return false;
    seen.add(key);
    const token = tokens[at];
    if (token?.kind === 'word' && consume(state, token, at)) return true;
    if (state.free.some((next) => reach(next, at))) return true;
    if (!token || path.length === 0) return false;
    if (token.skippable && reach(state, at + 1)) return true;
    return state.any !== undefined && !token.negates && reach(state.any, at + 1);
  }

  function consume(state: State, token: Token, at: number): boolean {
    path.push(at);
    if (state.words.get(token.stem)?.some((next) => reach(next, at + 1))) return true;
    if (state.number && isNumber(token.stem) && reach(state.number, at + 1)) return true;
    path.pop();
    return false;
  }
}
