import { expect, it } from 'vitest';
import { isTextOfAll } from './text-of-all.ts';

it.each([
  ['Yes, it is.', 2_000, true],
  ['Yes, it is.', 7_800, false],
  ['It is 555-123-4567.', 9_000, true],
  ['Hello, I was charged twice and I am quite upset about it.', 9_000, true],
  ['', 1_500, true],
  ['', 2_500, false],
])('"%s" may be all that was said in %i ms: %s', (text, durationMs, isAll) => {
  expect(isTextOfAll(text, durationMs, false)).toBe(isAll);
});

it('is stricter where numbers are said', () => {
  expect(isTextOfAll('Yes, it is.', 3_000, false)).toBe(true);
  expect(isTextOfAll('Yes, it is.', 3_000, true)).toBe(false);
  expect(isTextOfAll('Thank you very much, I have found it.', 3_000, true)).toBe(true);
});
