import type { WrapUpLineKind } from '@agent/protocol';
import type { CallState } from '../call-state.ts';
import { wrapUpLanguage } from '../language.ts';
import { formerAgent } from '../turns.ts';
import { cueOf } from './cue.ts';
import type { WrapUpDraft, WrapUpDraftLine } from './draft-line.ts';
import { gapLine, holdLine, moodLine, orderLines, waitLine } from './facts.ts';
import { isPromise } from './promises.ts';
import { openQuestions } from './questions.ts';
import { reasonOf } from './reason.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { suggestOutcome } from './suggest-outcome.ts';

/** So many promises and the like are read; of more the last count, as they supersede. */
const MAX_OF_KIND = { order: 2, amount: 2, promise: 3, question: 2 } as const;

const namesAmount = cueOf(wrapUpLanguage.cues.amount);

/** Drafts the wrap-up of a call from its log. The same log gives the same draft. */
export function createWrapUpDraft(state: CallState): WrapUpDraft {
  const sentences = sentencesOf(state);
  const reason = reasonOf(sentences);
  const promises = sentences.filter(isPromise);
  const questions = openQuestions(sentences);
  const shownPromises = promises.slice(-MAX_OF_KIND.promise);
  const shownQuestions = questions.slice(-MAX_OF_KIND.question).filter((one) => one !== reason);
  const shown = new Set([reason, ...shownPromises, ...shownQuestions]);
  const amounts = sentences.filter((one) => namesAmount(one.plain) && !shown.has(one));
  const mood = moodLine(state);
  const quoted = (kind: WrapUpLineKind, one: Sentence) => quote(state, kind, one);
  const lines = [
    summaryLine(state),
    reason && quoted('reason', reason),
    ...orderLines(state).slice(0, MAX_OF_KIND.order),
    ...amounts.slice(-MAX_OF_KIND.amount).map((one) => quoted('amount', one)),
    ...shownPromises.map((one) => quoted('promise', one)),
    ...shownQuestions.map((one) => quoted('question', one)),
    mood?.line,
    holdLine(state),
    waitLine(state),
    gapLine(state),
  ].filter((line) => line !== undefined);
  const outcome = suggestOutcome({ state, sentences, promises, questions, mood });
  return { lines, outcome };
}

/** What a model wrote. The bot has checked it against what was said. */
function summaryLine({ assist: { summary } }: CallState): WrapUpDraftLine | undefined {
  if (!summary) return undefined;
  const nowhere = { atMs: null, speaker: null, segmentId: null };
  return { id: 'summary', kind: 'summary', text: summary.text, ...nowhere };
}

function quote(state: CallState, kind: WrapUpLineKind, sentence: Sentence): WrapUpDraftLine {
  const { id, text, atMs, speaker, segmentId } = sentence;
  const by = formerAgent(state, speaker, atMs);
  return { id: `${kind}:${id}`, kind, text, atMs, speaker, ...by, segmentId };
}
