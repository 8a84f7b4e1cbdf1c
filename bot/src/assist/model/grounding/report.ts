import { gives } from './giving.ts';
import { oneOf } from './one-of.ts';

const wish = String.raw`like|want\w*|ask\w*|request\w*|expect\w*|hop(?:e|ed|ing)|wait\w*|missing|looking for`;
const hearsay = String.raw`mention\w*|said|say|claim\w*|told|promised|quoted|offered|shown|got|received`;
const customer = String.raw`(?<!\b(?:would|do|did|if|should|could|can|will|as) )\byou(?:'d| would|'re| are|'ve| have| had| were)?(?: (?:just|really|now|also|already|still|been))*`;
const others = 'who|they|colleague|somebody|someone|anybody|anyone|website|email|advert';

const report = new RegExp(
  oneOf(
    String.raw`${customer} (?:${wish}|${hearsay}|paid|charged|billed)\b`,
    String.raw`\b(?:request|claim|question|demand|wish|talk|call|asking) (?:[\w']+ ){0,2}(?:for|about|of|regarding)\b`,
    String.raw`\b(?:${others})\b.*\b(?:promis|offer|told|quot|show|said|mention)\w*`,
    String.raw`\b(?:see|check|find out|look|tell you|ask|know|trace) (?:into )?(?:where|what|when|why|how|who|which)\b`,
  ),
  'u',
);
/** After a report of another's words, here we speak again. */
const ourWord = /\b(?:i|we|here|yours|on (?:its|their) way|will be|being)\b/u;

/**
 * Whether a clause only reports: what the customer wishes, was told or waits for, what somebody has
 * promised, or that we look where something is.
 */
export function isReport(clause: string): boolean {
  const found = report.exec(clause);
  if (!found) return false;
  const before = clause.slice(0, found.index);
  const after = clause.slice(found.index + found[0].length);
  return !gives(before) && !ourWord.test(after);
}
