import { expect, test } from 'vitest';
import { fillPlaces, nameToSay } from './fill-places.ts';

const text = '[{name}, ]let me see where your order[ {order}] is[, {name}].';

test.each([
  [{ name: 'Maria', order: '4521' }, 'Maria, let me see where your order 4521 is, Maria.'],
  [{ name: undefined, order: '4521' }, 'Let me see where your order 4521 is.'],
  [{ name: 'Maria', order: undefined }, 'Maria, let me see where your order is, Maria.'],
  [{ name: '', order: '' }, 'Let me see where your order is.'],
])('reads well with %o', (places, expected) => {
  expect(fillPlaces(text, places)).toBe(expected);
});

test('takes what it puts in as it is', () => {
  expect(fillPlaces('Hello[, {name}].', { name: '$& {order}', order: undefined })).not.toContain(
    '[',
  );
});

test.each([
  ['Maria Santos', 'Maria'],
  ['  jean-luc  ', 'jean-luc'],
  ["D'Arcy Wu", "D'Arcy"],
  ['Zoë', 'Zoë'],
  ['M. Santos', undefined],
  ['customer 4521', 'customer'],
  ['4521', undefined],
  ['', undefined],
  [null, undefined],
])('addresses "%s" as %s', (name, expected) => {
  expect(nameToSay(name)).toBe(expected);
});
