import { markAmounts } from './amounts.ts';
import { GIFT, handsOver } from './giving.ts';
import { oneOf } from './one-of.ts';

/** After these a "not" denies nothing of what follows: "I won't hesitate to refund you". */
const turning = oneOf(
  'only|just|worry|worries|hesitate|problems?|trouble|doubt|questions?|fail|miss|wait|until|till',
  'unless|without|mind|forget|matter|stop|refuse|deny|less|fewer|more|sooner|i|we|will|and|let',
);
const denial = new RegExp(
  String.raw`(?<!\bwhy )\b(?:not|never|cannot|no|nor|unable|\w+n't)(?: (?!${turning}\b)[\w'-]+){0,7}? (?:#|\b${GIFT}\b)`,
  'u',
);
const denialAfter = /#[^#]{0,30}(?:\bnot\b|\w+n't\b)/u;

/** Whether a clause says that something is not given, or an amount not so. */
export function isDenied(clause: string): boolean {
  const marked = markAmounts(clause);
  return denial.test(marked) || (denialAfter.test(marked) && !handsOver(marked));
}
