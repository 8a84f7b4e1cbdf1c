import { expect, test } from 'vitest';
import type { OfferedSuggestion } from './assist-state.ts';
import { placeOfNew } from './suggestion-place.ts';

const known = (place: number, settledAtMs: number | null) =>
  ({ place, settledAtMs }) as OfferedSuggestion;

test('the first comes on top, the next one below it', () => {
  expect(placeOfNew([], 0, 2)).toBe(0);
  expect(placeOfNew([known(0, null)], 1_000, 2)).toBe(1);
});

test('a place is taken again once what was there has faded', () => {
  expect(placeOfNew([known(0, 500)], 1_000, 2)).toBe(0);
  expect(placeOfNew([known(0, 5_000), known(1, null)], 6_000, 2)).toBe(0);
});

test('a card that comes as another goes stands beside it, or in its place when there is no other', () => {
  expect(placeOfNew([known(0, 1_000)], 1_010, 2)).toBe(1);
  expect(placeOfNew([known(0, null), known(1, 1_000)], 1_010, 2)).toBe(1);
});
