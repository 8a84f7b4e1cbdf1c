import { amountsIn, markAmounts } from './amounts.ts';
import { oneOf } from './one-of.ts';

/** Words that give whatever is named beside them. */
export const GIFT = oneOf(
  String.raw`refund\w*|reimburs\w*|repay\w*|repaid|compensat\w*|credit(?:ed|ing|s)?(?! (?:card|note))`,
  String.raw`discount\w*|deduct\w*|waiv\w*|rebates?|cashback|goodwill|halv\w*|(?:in|by) half`,
  'half[- ](?:price|off)|match(?:ing)? (?:the|their|that) price',
  'free|complimentary|on us|on the house|(?:money|it all|everything|all of it) back',
  'giv(?:e|ing) (?:you|it|that|them|back)|pay(?:ing)? (?:you|it|that|them|back)',
  '(?:be|get|being) (?:paid|sent|transferred|given|credited)',
  String.raw`approv\w*|grant\w*|authori[sz]\w*|award\w*|agreed|deal(?! with)|consider|yours`,
  'here (?:it is|you (?:go|are))|on (?:its|their) way',
);
const anyGift = new RegExp(String.raw`\b${GIFT}\b`, 'u');

const handing = oneOf(
  'giv(?:e|ing)|send(?:ing)?(?! (?:me|us))|(?<!(?:bank|the|your) )transfer(?:ring)?|wir(?:e|ing)',
  'offer(?:ing)?|add(?:ing)?|put(?:ting)?|throw(?:ing)? in|honou?r(?:ing)?|match(?:ing)?',
  "(?:you'll|you (?:will|can|may|shall|are going to)|you're going to) (?:get|have|receive|see|be)",
  'get(?:ting)? you|promis(?:e|ing)|owe|arrange|process|book|issue|cut|reduce|lower|knock|take',
  'return|settle|make it',
);
const anyHanding = new RegExp(
  oneOf(
    String.raw`\b${handing}\b[^#]{0,40}#`,
    String.raw`#(?: [\w']+){0,2} (?:off|back|extra|in credit|it is|is fine|works)\b`,
  ),
  'u',
);

/** Whether a clause, with "#" for its amounts, hands one of them over: "I put # on your account". */
export function handsOver(marked: string): boolean {
  return anyHanding.test(marked);
}

/** Whether somebody gets something in a clause, by anybody's words. */
export function gives(clause: string): boolean {
  if (anyGift.test(clause) || handsOver(markAmounts(clause))) return true;
  return amountsIn(clause).some((amount) => amount.startsWith('free '));
}
