import { expect, it } from 'vitest';
import { writesInterims } from './writes-interims.ts';

it.each([
  ['tiny.en', 'en', true],
  ['tiny.en', undefined, true],
  ['tiny.en', 'de', false],
  ['tiny', 'de', true],
  ['', 'en', false],
])('of a model called %j in %s: %s', (model, language, expected) => {
  expect(writesInterims(model, language)).toBe(expected);
});
