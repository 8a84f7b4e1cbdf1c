import { wrapUpLanguage } from '../language.ts';
import { cueOf } from './cue.ts';
import type { Sentence } from './sentences.ts';

const { cues } = wrapUpLanguage;
const asks = cueOf(cues.question);
const isIdle = cueOf(cues.idleQuestion);
const isNoAnswer = cueOf(cues.noAnswer);
const isShortAnswer = cueOf(cues.shortAnswer);

/** With fewer words nothing is told. */
const MIN_ANSWER_WORDS = 3;

/** The customer's questions to which neither agent nor supervisor has said anything that could be an answer. */
export function openQuestions(sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter((sentence) => isQuestion(sentence) && !isAnswered(sentence, sentences));
}

function isQuestion({ speaker, plain }: Sentence): boolean {
  return speaker === 'customer' && asks(plain) && !isIdle(plain);
}

/** Answered is it until the customer, having heard something, asks the next. */
function isAnswered(question: Sentence, sentences: readonly Sentence[]): boolean {
  let hasHeard = false;
  for (const sentence of sentences.slice(question.index + 1)) {
    if (sentence.speaker !== 'customer') {
      hasHeard = true;
      if (isAnswer(sentence.plain)) return true;
    } else if (hasHeard && isQuestion(sentence)) {
      return false;
    }
  }
  return false;
}

function isAnswer(plain: string): boolean {
  if (plain.endsWith('?') || isNoAnswer(plain)) return false;
  return isShortAnswer(plain) || plain.split(' ').length >= MIN_ANSWER_WORDS;
}
