import { expect, test } from 'vitest';
import { formatMoney } from './money.ts';

test.each([
  [{ cents: 128_450, currency: 'GBP' }, 'en', '£1,284.50'],
  [{ cents: -500, currency: 'USD' }, 'en', '-$5.00'],
  [{ cents: 1_500, currency: 'JPY' }, 'en', '¥1,500'],
  [{ cents: 1_500, currency: 'KWD' }, 'en', 'KWD 1.500'],
  [{ cents: 128_450, currency: 'EUR' }, 'de', '1.284,50 €'],
])('writes %j in %s as %s', (money, locale, text) => {
  expect(formatMoney(money, locale).replaceAll(/\s/g, ' ')).toBe(text);
});
