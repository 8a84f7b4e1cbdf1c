import { expect, test } from 'vitest';
import { likeLiteral, searchTerms } from './customer-search-terms.ts';

test.each([
  ['4521', '4521'],
  ['#4521', '4521'],
  ['order 4521', '4521'],
  ['Order number: 4521', '4521'],
  ['order no. s-20418', 'S-20418'],
  ['4 5 2 1', '4521'],
  ['45', undefined],
  ['Santos', undefined],
  ['maria@example.com', undefined],
])('reads the order number of "%s" as %s', (query, orderNumber) => {
  expect(searchTerms(query, 'US').orderNumber).toBe(orderNumber);
});

test.each([
  ['+1 (212) 555-0142', '12125550142', '2125550142'],
  ['001 212 555 0142', '12125550142', '12125550142'],
  ['212.555.0142', '12125550142', '2125550142'],
  ['030 / 23125 411', '03023125411', '3023125411'],
  ['+49 (0)30 23125-411', '493023125411', '3023125411'],
  ['0142', '0142', undefined],
  ['+44 (0) 20 – 7123 4567', '442071234567', '2071234567'],
])('reads the phone number "%s"', (query, international, national) => {
  expect(searchTerms(query, 'US').phone).toEqual({ international, national });
});

test.each(['142', 'Maria', 'maria@example.com', '4521a'])(
  'reads no phone number in "%s"',
  (query) => {
    expect(searchTerms(query, 'US').phone).toBeUndefined();
  },
);

test('an e-mail address is also searched as a name, by what stands before the @', () => {
  expect(searchTerms(' Maria.Santos@Example.com ', 'US')).toMatchObject({
    email: 'maria.santos@example.com',
    emailLocal: 'maria.santos',
    name: 'Maria.Santos',
  });
  expect(searchTerms('@example.com', 'US')).toMatchObject({
    emailLocal: undefined,
    name: undefined,
  });
  expect(searchTerms('李小', 'US')).toMatchObject({ email: undefined, name: '李小' });
  expect(searchTerms('Maria Santos', 'US')).toMatchObject({
    email: undefined,
    name: 'Maria Santos',
  });
});

test('what has a meaning in a pattern is taken literally', () => {
  expect(likeLiteral('50%_\\')).toBe('50\\%\\_\\\\');
});
