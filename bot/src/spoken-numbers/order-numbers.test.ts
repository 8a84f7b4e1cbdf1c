import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNumbersIn } from './order-numbers.ts';

/** Every reading of every number. */
const readingsIn = (text: string, before?: string) => orderNumbersIn(text, before).flat();

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
    expect(readingsIn(text)).toContain('4521');
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
    expect(readingsIn(text)).toEqual(numbers);
  });

  it.each([
    'I placed order 4521 two weeks ago.',
    'I placed order 4521 2 weeks ago.',
    'order four five two one, two weeks late',
    'order four five two one two weeks late',
    'order 4,521 two weeks late',
    'order 4-5-2-1 2 weeks late',
    'order 45 21, two weeks late',
    'order 4521 twenty days late',
    'order 4521 twenty five days late',
    'order 4521, two coffee machines',
    'order 4521 two coffee machines',
    'order 4521 2 coffee machines',
    'order 4521 one last time',
    'this one 4521',
    'the other one, four five two one',
    'The last one four five two one.',
    'I have one, 4521, two weeks late.',
  ])('parts 4521 from the count beside it in "%s"', (text) => {
    expect(orderNumbersIn(text)[0]?.[0]).toBe('4521');
    expect(orderNumbersIn(text)).toHaveLength(1);
  });

  it('reads a number whole before it takes a digit of it for a count', () => {
    expect(orderNumbersIn('four five two one two coffee machines')).toEqual([['45212', '4521']]);
    expect(orderNumbersIn('order four five two one please')).toEqual([['4521']]);
  });

  it('reads two numbers that are said one after the other', () => {
    const both = [['45214187'], ['4521'], ['4187']];
    expect(orderNumbersIn('Four five two one, four one eight seven.')).toEqual(both);
    expect(orderNumbersIn('4-5-2-1, 4-1-8-7')).toEqual(both);
    expect(orderNumbersIn('My phone number is 555 123, 4567.')).toEqual([]);
    expect(orderNumbersIn('My phone number is 5-5-5-1-2-3, 4-5-6-7.')).toEqual([]);
  });

  it.each([
    "I'm calling about four five two one.",
    'It is about 4521.',
    'I want a refund on 4521.',
    'Can you refund 4521?',
    'You charged me twice for 4521.',
    'My card was charged for 4521.',
    'Order 4521 box was broken.',
    'Order 4521 am I getting it?',
    'Where is 4521, by the way?',
  ])('leaves it to the directory whether a long number is an order in "%s"', (text) => {
    expect(readingsIn(text)).toEqual(['4521']);
  });

  it.each([
    'It was two weeks ago, and I called three times.',
    'It was about 450.',
    'I want a refund of 4521.',
    'They charged me 2999, two weeks ago.',
    'It costs twenty nine ninety nine two times.',
    'My order was 120 dollars.',
    'It has 4521 pieces, in 2026, at 1030.',
    'It is 4521 Main Street.',
    'My phone number is 555 123 4567, two of them.',
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
    expect(readingsIn(text)).toEqual([]);
  });

  it('puts a number together that goes over a pause', () => {
    expect(readingsIn('two one.', 'Sure, the order number is four five.')).toEqual(['4521']);
    expect(readingsIn('5 2 1, please.', 'It is 4')).toContain('4521');
    expect(readingsIn('4521', 'It is 4521.')).toContain('4521');
  });

  it('puts nothing together that is not one number', () => {
    expect(readingsIn('Two one.', 'I have two of them.')).toEqual([]);
    expect(readingsIn('Yes, two one.', 'four five')).toEqual([]);
    expect(readingsIn('two dollars', 'It costs twenty')).toEqual([]);
    expect(readingsIn('4521', '')).toEqual(['4521']);
  });

  it.each([
    ['S-20418', 'S20418'],
    ['s 20418', 'S20418'],
    ['S20418', 'S20418'],
    ['S. 20418', 'S20418'],
    ['S two zero four one eight', 'S20418'],
    ['S-2-0-4-1-8', 'S20418'],
    ['AB 123', 'AB123'],
    ['A-B-1-2-3', 'AB123'],
    ['ORD-4521', 'ORD4521'],
  ])('reads the letters of "%s"', (said, number) => {
    const digits = number.replace(/\D/g, '');
    expect(orderNumbersIn(`It is order ${said}, please.`)).toEqual([[number, digits]]);
  });

  it('takes the digits of a short number with letters for an order only when it is called one', () => {
    expect(orderNumbersIn('The X500 is broken.')).toEqual([['X500']]);
    expect(orderNumbersIn('The parcel X500 is broken.')).toEqual([['X500', '500']]);
  });

  it('parts no number of the text before', () => {
    expect(readingsIn('Two weeks ago I placed it.', 'It is 4521.')).toEqual([]);
  });

  const spoken = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const number = fc.stringMatching(/^[1-9]\d{2,11}$/);

  const saying = fc.constantFrom(
    (digits: string) => digits,
    (digits: string) => [...digits].join(' '),
    (digits: string) => [...digits].join('-'),
    (digits: string) => [...digits].join(', '),
    (digits: string) => [...digits].map((digit) => spoken[Number(digit)]).join(' '),
    (digits: string) => [...digits].map((digit) => spoken[Number(digit)]).join(', '),
  );

  it('finds any number of 3 to 12 digits that is named as an order, however it is said', () => {
    fc.assert(
      fc.property(number, saying, (digits, say) => {
        expect(readingsIn(`Yes, order number ${say(digits)}, please.`)).toEqual([digits]);
      }),
    );
  });

  it('finds any number of an order beside any count, however both are said', () => {
    const counts = ['1', '2', '10', '12', '25', 'one', 'two', 'ten', 'twelve', 'twenty-five'];
    const count = fc.constantFrom(...counts);
    const gap = fc.constantFrom(' ', ', ');
    const unit = fc.constantFrom('weeks ago', 'days late', 'times', 'hours', 'items');
    fc.assert(
      fc.property(number, saying, gap, count, unit, (digits, say, pause, many, what) => {
        const text = `I placed order ${say(digits)}${pause}${many} ${what}.`;
        expect(orderNumbersIn(text)[0]?.[0]).toBe(digits);
      }),
    );
  });

  it('finds nothing but 3 to 12 digits after at most 4 letters, and never throws', () => {
    const part = fc.oneof(fc.constantFrom('order ', 's', 'A-', ' ', '450', 'two '), fc.string());
    fc.assert(
      fc.property(fc.array(part), fc.string({ unit: 'grapheme' }), (parts, before) => {
        for (const reading of readingsIn(parts.join(''), before)) {
          expect(reading).toMatch(/^[A-Z]{0,4}\d{3,12}$/);
        }
      }),
    );
  });
});
