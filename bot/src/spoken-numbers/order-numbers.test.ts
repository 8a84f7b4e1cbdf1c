import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNumbersIn } from './order-numbers.ts';

describe('orderNumbersIn', () => {
  it.each([
    'Sure, the order number is four five two one.',
    'forty-five twenty-one',
    'Forty five, twenty one.',
    'four thousand five hundred twenty-one',
    'four thousand five hundred and twenty-one',
    'forty-five hundred twenty-one',
    'It is 4 5 2 1.',
    'It is 4, 5, 2, 1.',
    '4. 5. 2. 1.',
    '4521',
    'Order #4521, please.',
    '45 21',
    '4,521',
    'number 4-5-2-1',
    'four five, um, two one',
    'four, five, two and then, sorry, no: four five two one',
    'order forty five two one I think',
    'I said four five two one, yes, 4521.',
  ])('finds 4521 in "%s"', (text) => {
    expect(orderNumbersIn(text)).toContain('4521');
  });

  it.each([
    ['seven oh five', ['705']],
    ['Oh four five two.', ['0452']],
    ['double two nine', ['229']],
    ['triple four one', ['4441']],
    ['double oh seven', ['007']],
    ['nineteen ninety nine', ['1999']],
    ['4521 and 4533', ['4521', '4533']],
    ['4521, 4533', ['4521', '4533']],
    ['the parcel 88213', ['88213']],
    ['six hundred five', ['605']],
    ['order two thousand', ['2000']],
  ])('reads "%s"', (text, numbers) => {
    expect(orderNumbersIn(text)).toEqual(numbers);
  });

  it.each([
    'It was two weeks ago, and I called three times.',
    'two payments of twenty nine dollars on the third of the month',
    'It costs twenty nine ninety nine.',
    'I paid 129.',
    '$120, or 120 euros, or 119.99',
    'It came on the twenty first of May 2026.',
    'Since 2019, and back in two thousand twenty.',
    'On 2026-05-12, or 12/05/2026, or 12.05.2026.',
    'Between 10:30 and 11:15, at ten thirty, or 1030 am.',
    'It took about two hundred and fifty emails and over 500 calls.',
    'One hundred percent. I waited one hundred and twenty minutes.',
    'A thousand thanks. Two thousand!',
    'My phone number is 555 123 4567.',
    'The postcode is nine four one one oh.',
    'I live at 221 Baker Street.',
    'The code is 889120.',
    'Oh, five of us. Oh no.',
    'No one told me, that one either.',
    'Model X500 and the 404s',
    '4111 1111 1111 1111',
    '',
  ])('finds no order number in "%s"', (text) => {
    expect(orderNumbersIn(text)).toEqual([]);
  });

  it('puts a number together that goes over a pause', () => {
    expect(orderNumbersIn('two one.', 'Sure, the order number is four five.')).toEqual(['4521']);
    expect(orderNumbersIn('5 2 1, please.', 'It is 4')).toContain('4521');
    expect(orderNumbersIn('4521', 'It is 4521.')).toContain('4521');
  });

  it('puts nothing together that is not one number', () => {
    expect(orderNumbersIn('Two one.', 'I have two of them.')).toEqual([]);
    expect(orderNumbersIn('Yes, two one.', 'four five')).toEqual([]);
    expect(orderNumbersIn('two dollars', 'It costs twenty')).toEqual([]);
    expect(orderNumbersIn('4521', '')).toEqual(['4521']);
  });

  const spoken = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const number = fc.stringMatching(/^[1-9]\d{2,11}$/);

  it('finds any number of 3 to 12 digits that is named as an order, however it is said', () => {
    const saying = fc.constantFrom(
      (digits: string) => digits,
      (digits: string) => [...digits].join(' '),
      (digits: string) => [...digits].join('-'),
      (digits: string) => [...digits].join(', '),
      (digits: string) => [...digits].map((digit) => spoken[Number(digit)]).join(' '),
      (digits: string) => [...digits].map((digit) => spoken[Number(digit)]).join(', '),
    );
    fc.assert(
      fc.property(number, saying, (digits, say) => {
        expect(orderNumbersIn(`Yes, order number ${say(digits)}, please.`)).toEqual([digits]);
      }),
    );
  });

  it('finds nothing but digits of 3 to 12 places, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const digits of orderNumbersIn(text)) expect(digits).toMatch(/^\d{3,12}$/);
      }),
    );
  });
});
