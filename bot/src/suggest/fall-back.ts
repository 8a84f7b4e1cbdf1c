import { type CallState, type FinalSegment, openSuggestions } from '@agent/calls';
import type { Suggestion } from '@agent/protocol';
import { orderNumbersIn } from '../spoken-numbers/order-numbers.ts';
import { isSubstantive } from './backchannel.ts';
import { type Answered, genericSuggestion } from './candidate.ts';
import { mayOffer } from './may-offer.ts';

/** Without a model the generic card comes no more often. */
const RARELY_MS = 120_000;

/** `failed`: a model was asked and gave nothing; `none`: there is none to ask. */
export type NoAnswer = 'failed' | 'none';

/**
 * The generic card, when nothing of the playbook fits a turn that wants an answer. Where a model has
 * failed, it says that somebody thought of it; where there is none, it comes only to an empty panel
 * and rarely, since it says little.
 */
export function fallBack(
  state: CallState,
  segment: FinalSegment,
  { answered, noAnswer, atMs }: { answered: Answered; noAnswer: NoAnswer; atMs: number },
): Suggestion | undefined {
  if (state.assist.density !== 'all' || !wantsAnswer(segment)) return undefined;
  const candidate = genericSuggestion(answered);
  if (!mayOffer(state, candidate, atMs)) return undefined;
  if (noAnswer === 'failed') return candidate;
  const isRare = atMs - lastGenericAtMs(state) >= RARELY_MS;
  return isRare && openSuggestions(state).length === 0 ? candidate : undefined;
}

/** Who names an order answers what the agent has just asked. */
function wantsAnswer({ text }: FinalSegment): boolean {
  return isSubstantive(text) && orderNumbersIn(text).length === 0;
}

function lastGenericAtMs({ assist }: CallState): number {
  const last = assist.suggestions.findLast(({ source }) => source.kind === 'generic');
  return last?.offeredAtMs ?? Number.NEGATIVE_INFINITY;
}
