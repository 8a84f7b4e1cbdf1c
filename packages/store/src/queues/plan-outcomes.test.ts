import type { OutcomeDraft } from '@agent/protocol';
import { expect, it } from 'vitest';
import { planOutcomes, type StoredOutcome } from './plan-outcomes.ts';

const stored: StoredOutcome[] = [
  { id: 'sold', label: 'Sold', resolves: true, isRemoved: false },
  { id: 'later', label: 'Calls back later', resolves: false, isRemoved: true },
];
const draft = (label: string, id: string | null = null): OutcomeDraft => ({
  ...{ id, label },
  resolves: false,
});
const idsOf = (wanted: OutcomeDraft[]) => planOutcomes(stored, wanted).map(({ id }) => id);

it('keeps the id of an outcome whose label changes', () => {
  expect(planOutcomes(stored, [draft('Ordered', 'sold')])).toEqual([
    { id: 'sold', label: 'Ordered', resolves: false },
  ]);
});

it('makes ids of the labels of new ones, each another', () => {
  expect(idsOf([draft('Not now'), draft('Not now!'), draft('❤')])).toEqual([
    'not-now',
    'not-now-2',
    'outcome',
  ]);
});

it('gives a new one no id that stood for something else', () => {
  expect(idsOf([draft('Ordered', 'sold'), draft('Sold')])).toEqual(['sold', 'sold-2']);
  expect(idsOf([draft('Later')])).toEqual(['later-2']);
});

it('brings back the one that was taken away when it reads the same', () => {
  expect(idsOf([draft('calls back LATER')])).toEqual(['later']);
  expect(idsOf([draft('Postponed', 'later'), draft('Calls back later')])).toEqual([
    'later',
    'calls-back-later',
  ]);
});

it('takes an id that the queue does not have for a new one', () => {
  expect(idsOf([draft('Other', 'made-up')])).toEqual(['other']);
});
