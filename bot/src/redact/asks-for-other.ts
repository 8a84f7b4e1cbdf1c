import { cardCues } from './card-cues.ts';

const otherThings =
  'orders?|dates?|day|month|time|year|address|size|colou?r|model|item|product|parcel|subscription';
const questions = new RegExp(
  [
    `\\b(?:which|what) (?:${otherThings})\\b`,
    `\\bwhat(?: is|'s|’s) (?:the|your) (?:${otherThings})\\b`,
    '\\bhow (?:many|much|often|long|old|late)\\b',
    '\\bwhen (?:did|was|were|is|are|do|does|will|has|have|can|would|should)\\b',
  ].join('|'),
  'i',
);
const howOften = /\bhow (?:many times|much|often)\b/i;

/** Whether the last that a text asks for is a number of something else than a card: "Which order?" */
export function asksForOther(text: string): boolean {
  const sentences = text.match(/[^.?!]+[.?!]*/g) ?? [];
  const asked = sentences.findLast((sentence) => questions.test(sentence) || isOfCard(sentence));
  return asked !== undefined && !isOfCard(asked);
}

/** "How many digits?", "When did you get the card?"; but not "How often was the card charged?" */
function isOfCard(sentence: string): boolean {
  if (/\b(?:digits?|numbers?|valid)\b/i.test(sentence)) return true;
  if (cardCues(sentence).some(({ kind }) => kind !== 'names')) return true;
  return /\bcards?\b/i.test(sentence) && !howOften.test(sentence);
}
