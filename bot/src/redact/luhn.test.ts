import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLuhnValid } from './luhn.ts';

describe('isLuhnValid', () => {
  it.each(['4111111111111111', '378282246310005', '6011000990139424', '79927398713'])(
    'knows the check digit of %s',
    (digits) => expect(isLuhnValid(digits)).toBe(true),
  );

  it('refuses nothing at all', () => {
    expect(isLuhnValid('')).toBe(false);
  });

  it('notices any single wrong digit', () => {
    const valid = '4111111111111111';
    fc.assert(
      fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const digit = (Number(valid[place]) + change) % 10;
        expect(isLuhnValid(valid.slice(0, place) + digit + valid.slice(place + 1))).toBe(false);
      }),
    );
  });
});
