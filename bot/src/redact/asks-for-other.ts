import { language } from '../language.ts';
import { cardCues } from './card-cues.ts';

const { questionsForOther, questionForDigits, anyCard, howOften } = language;

/** Whether the last that a text asks for is a number of something else than a card: "Which order?" */
export function asksForOther(text: string): boolean {
  const sentences = text.match(/[^.?!]+[.?!]*/g) ?? [];
  const asked = sentences.findLast(
    (sentence) => questionsForOther.test(sentence) || isOfCard(sentence),
  );
  return asked !== undefined && !isOfCard(asked);
}

/** "How many digits?", "When did you get the card?"; but not "How often was the card charged?" */
function isOfCard(sentence: string): boolean {
  if (questionForDigits.test(sentence)) return true;
  if (cardCues(sentence).some(({ kind }) => kind !== 'names')) return true;
  return anyCard.test(sentence) && !howOften.test(sentence);
}
