import type { CallState } from '../call-state.ts';
import { wrapUpLanguage } from '../language.ts';
import { cueOf } from './cue.ts';
import type { DraftedOutcome, SuggestedOutcome } from './draft-line.ts';
import type { Mood } from './facts.ts';
import type { Sentence } from './sentences.ts';

const { cues, reasons } = wrapUpLanguage;
const passesOn = cueOf(cues.escalation);
const comesBack = cueOf(cues.comesBack);
const isOwnWord = cueOf(cues.ownWord);
const soundsSettled = cueOf(cues.settled);
const soundsUnsettled = cueOf(cues.unsettled);

/** What of a call speaks for an outcome. */
export interface Signs {
  state: CallState;
  sentences: readonly Sentence[];
  promises: readonly Sentence[];
  questions: readonly Sentence[];
  mood: Mood | undefined;
}

/** The last words of the customer that tell how it leaves. */
const LAST_SENTENCES = 3;

/** The outcome that most speaks for; what is open goes before what sounds well. */
export function suggestOutcome(signs: Signs): SuggestedOutcome | null {
  const { state, promises, questions, mood } = signs;
  const passedOn = promises.findLast(({ plain }) => passesOn(plain));
  if (passedOn) return outcome('escalated', reasons.escalation, passedOn);
  const back = promises.findLast(({ plain }) => comesBack(plain) && !isOwnWord(plain));
  if (back) return outcome('follow-up', reasons.comesBack, back);
  const open = questions.at(-1);
  if (open) return outcome('follow-up', reasons.openQuestion, open);
  if (wasLost(state)) return outcome('follow-up', reasons.lost, null);
  if (mood?.end === 'negative') return outcome('follow-up', reasons.endsBadly, mood.line);
  const settled = settledBy(signs);
  return settled ? outcome('resolved', reasons.settled, settled) : null;
}

function wasLost({ endReason }: CallState): boolean {
  return endReason === 'customer-lost' || endReason === 'agent-lost' || endReason === 'system';
}

function settledBy({ sentences }: Signs): Sentence | undefined {
  const last = sentences.filter(({ speaker }) => speaker === 'customer').slice(-LAST_SENTENCES);
  if (last.some(({ plain }) => soundsUnsettled(plain))) return undefined;
  return last.findLast(({ plain }) => soundsSettled(plain));
}

function outcome(
  disposition: DraftedOutcome,
  because: string,
  at: Pick<SuggestedOutcome, 'segmentId' | 'atMs'> | null,
): SuggestedOutcome {
  return { disposition, because, segmentId: at?.segmentId ?? null, atMs: at?.atMs ?? null };
}
