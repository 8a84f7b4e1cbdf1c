import { type CallState, type FinalSegment, isSubstantive, openSuggestions } from '@agent/calls';
import type { Suggestion } from '@agent/protocol';
import { orderNumbersIn } from '../../spoken-numbers/order-numbers.ts';
import { isAnswered } from '../answered.ts';
import { type Answered, genericSuggestion } from './new-suggestion.ts';
import { mayOffer, type OfferMoment } from './offer-rules.ts';

/** `failed`: a model was asked and gave nothing of use; `none`: there is none to ask. */
export type NoAnswer = 'failed' | 'none';

/** The generic card comes no more often: it says little, and always the same. */
const RARELY_MS = { failed: 60_000, none: 120_000 } as const satisfies Record<NoAnswer, number>;

/**
 * The generic card, when nothing of the playbook fits a turn that still wants an answer, and not
 * often. Where a model has failed, it says that somebody thought of it; where there is none, it comes
 * only to an empty panel, and more rarely.
 */
export function fallBack(
  state: CallState,
  segment: FinalSegment,
  { answered, noAnswer, now }: { answered: Answered; noAnswer: NoAnswer; now: OfferMoment },
): Suggestion | undefined {
  if (state.assist.density !== 'all' || !wantsAnswer(segment)) return undefined;
  if (isAnswered(state, segment.id)) return undefined;
  const candidate = genericSuggestion(answered);
  if (!mayOffer(state, candidate, now)) return undefined;
  if (now.atMs - lastGenericAtMs(state) < RARELY_MS[noAnswer]) return undefined;
  const hasRoom = noAnswer === 'failed' || openSuggestions(state).length === 0;
  return hasRoom ? candidate : undefined;
}

/** Who names an order answers what the agent has just asked. */
function wantsAnswer({ text }: FinalSegment): boolean {
  return isSubstantive(text) && orderNumbersIn(text).length === 0;
}

function lastGenericAtMs({ assist }: CallState): number {
  const last = assist.suggestions.findLast(({ source }) => source.kind === 'generic');
  return last?.offeredAtMs ?? Number.NEGATIVE_INFINITY;
}
