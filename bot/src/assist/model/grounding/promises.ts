import { amountsIn } from './amounts.ts';
import { isDenied } from './denial.ts';
import type { Amount } from './figures.ts';
import { gives } from './giving.ts';
import { oneOf } from './one-of.ts';
import { plainNumbers } from './plain-numbers.ts';
import { isReport } from './report.ts';

/**
 * Whether all that a text promises is of these amounts. Words makeRoom, not the label of the answer: as
 * soon as anything is given in it, each of its amounts must be one of them. Where nothing is given,
 * others may be talked about ("You were charged 1,200 dollars") but not agreed to ("1,200 it is").
 * What is denied ("I can't refund 1,200 dollars") is no promise.
 */
export function promisesOnly(text: string, amounts: ReadonlySet<Amount>): boolean {
  const sentences = sentencesOf(text);
  const isAnythingGiven = sentences.flatMap(undeniedClauses).some(isGiving);
  return sentences.every((sentence) => {
    const named = undeniedClauses(sentence).flatMap(amountsIn);
    return (!isAnythingGiven && talk.test(sentence)) || named.every((one) => amounts.has(one));
  });
}

/** The amounts that a text names, without those that it denies. */
export function undeniedAmounts(text: string): readonly Amount[] {
  return sentencesOf(text).flatMap(undeniedClauses).flatMap(amountsIn);
}

function isGiving(clause: string): boolean {
  return gives(clause) && !isReport(clause);
}

function sentencesOf(text: string): string[] {
  return plainNumbers(text).split(/[!?]|\.(?!\d|\w)/u);
}

const costsNothing =
  '(?:(?:all|completely|absolutely) )?(?:free|complimentary|on us|at no|without)';
const seam = new RegExp(
  oneOf(
    String.raw`[,;:–—](?!\d| ${costsNothing}\b)`,
    String.raw`\b(?:but|however|although|though|yet|instead|because|so)\b`,
    String.raw`\band (?=(?:i|we|you|it|that|let|they|please)\b)`,
  ),
  'u',
);

function undeniedClauses(sentence: string): string[] {
  return sentence.split(seam).filter((clause) => !isDenied(clause));
}

/** Words with which an amount is looked at rather than agreed to. */
const talk = new RegExp(
  String.raw`\b${oneOf(
    'charg|bill|debit|taken|took|paid|pay|cost|price|transaction|invoice|fee|booking|withdr|statement',
    'check|look|investigat|find|see|understand|hear|sorry|ask|sa(?:y|id)|mention|t(?:ell|old)|want',
    'expect|who|promised|offered|quoted|photo|too much|twice|miss|differen|wrong|lot|mean',
    'that (?:right|correct)|show|arriv|came|bro|damag|worth|value',
  )}`,
  'u',
);
