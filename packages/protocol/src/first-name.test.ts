import { expect, test } from 'vitest';
import { firstName } from './first-name.ts';

test.each([
  ['Alex van Agent', 'Alex'],
  ['  Alex\u00a0Agent', 'Alex'],
  ['Jean-Luc Picard', 'Jean-Luc'],
  ['Cher', 'Cher'],
  ['', ''],
  ['  ', ''],
])('%j is called %j', (name, first) => {
  expect(firstName(name)).toBe(first);
});
