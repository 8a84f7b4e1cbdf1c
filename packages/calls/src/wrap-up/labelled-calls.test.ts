import { expect, test } from 'vitest';
import {
  developmentCalls,
  heldOutCalls,
  type LabelledCall,
} from '../test-support/labelled-calls.ts';
import { type Agreement, compareDrafts, stateOfLabelled } from '../test-support/labelled-draft.ts';
import { createWrapUpDraft } from './wrap-up-draft.ts';

const parts: [string, readonly LabelledCall[]][] = [
  ['development', developmentCalls],
  ['held-out', heldOutCalls],
];

/** Shares that are right: of what was quoted, and of what should have been. */
function shares({ right, wrong, missed }: Agreement) {
  return {
    precision: right / Math.max(1, right + wrong.length),
    recall: right / Math.max(1, right + missed.length),
  };
}

test.each(parts)('drafts quote what a careful reader marked in the %s calls', (_, calls) => {
  for (const [kind, agreement] of Object.entries(compareDrafts(calls))) {
    const { precision, recall } = shares(agreement);
    expect(precision, `${kind}: ${agreement.wrong.join(' | ')}`).toBeGreaterThanOrEqual(0.75);
    expect(recall, `${kind}: ${agreement.missed.join(' | ')}`).toBeGreaterThanOrEqual(0.85);
  }
});

test.each(parts)('drafts of the %s calls are short and suggest the marked outcome', (_, calls) => {
  for (const call of calls) {
    const { lines, outcome } = createWrapUpDraft(stateOfLabelled(call));
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(outcome?.disposition ?? null, call.lines.join('\n')).toBe(call.outcome);
  }
});
