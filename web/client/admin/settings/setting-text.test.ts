import { expect, it } from 'vitest';
import { isShorter, valueOfText } from './setting-text.ts';

it.each([
  ['45', 45],
  [' 45 ', 45],
  ['-0.5', -0.5],
  ['−0,5', -0.5],
  ['', Number.NaN],
  ['ten', Number.NaN],
  ['1,000', 1],
  ['1.000,5', Number.NaN],
])('reads %j as %d', (text, value) => {
  expect(valueOfText('alertBelow', text)).toBe(value);
});

it('takes the name of a zone as it is', () => {
  expect(valueOfText('reportZone', 'Europe/Berlin')).toBe('Europe/Berlin');
});

it.each([
  [30, 90, true],
  [30, 0, true],
  [90, 30, false],
  [0, 30, false],
  [30, 30, false],
  ['UTC', 'Europe/Berlin', false],
])('%s instead of %s is shorter: %s', (next, before, expected) => {
  expect(isShorter(next, before)).toBe(expected);
});
