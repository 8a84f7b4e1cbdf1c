import type { SuggestedOutcome } from '@agent/calls';
import type { Outcome } from '@agent/protocol';
import { expect, it } from 'vitest';
import { suggestionFrom } from './suggested-outcome.ts';

const sold: Outcome = { id: 'sold', label: 'Sold', resolves: true };
const helped: Outcome = { id: 'helped', label: 'Helped', resolves: true };
const resolved: Outcome = { id: 'resolved', label: 'Fixed', resolves: true };
const later: Outcome = { id: 'follow-up', label: 'Later', resolves: false };

it.each<[SuggestedOutcome['disposition'], Outcome[], string | undefined]>([
  ['resolved', [later, resolved, sold], 'Fixed'],
  ['resolved', [later, sold], 'Sold'],
  ['resolved', [sold, helped], undefined],
  ['follow-up', [sold, later], 'Later'],
  ['escalated', [sold, later], undefined],
  ['escalated', [], undefined],
])(
  'what sounds %s is suggested only as an outcome that the queue has (%#)',
  (disposition, outcomes, label) => {
    const drafted = { disposition, because: 'it was said', segmentId: null, atMs: 5 };
    const suggestion = suggestionFrom(outcomes, drafted);
    expect(suggestion?.label).toBe(label);
    if (suggestion) expect(suggestion).toMatchObject({ because: 'it was said', atMs: 5 });
  },
);
