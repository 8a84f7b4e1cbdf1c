import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedaction } from './redaction.ts';
import { cardNumber, spelt } from './test-support/card-number.ts';
import { talk } from './test-support/talk.ts';

const customer = () => createRedaction().of('customer');
const finals = (...texts: string[]) => talk(...texts.map((text) => `C: ${text}`));

describe('a card number in one segment', () => {
  it.each([
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111, 1111, 1111, 1111',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
    '4,111,111,111,111,111',
    '4111. 1111. 1111. 1111',
    'four one one one one one one one one one one one one one one one',
    'four triple one, double one double one, one one one one, one one one one',
    'forty-one eleven eleven eleven eleven eleven eleven eleven',
    '4111, um, eleven eleven, then 1111 and one one one one',
    '3782 822463 10005',
    '6011 0009 9013 9424',
  ])('is masked: %s', (number) => {
    expect(finals(`Well, it's ${number}, okay?`)).toEqual(["Well, it's [card number], okay?"]);
  });

  it('is masked when one digit was misheard', () => {
    expect(finals('It is 4111 1111 1111 1112.')).toEqual(['It is [card number].']);
  });

  it('takes the expiry date and the code after it along', () => {
    expect(finals('It is 4111 1111 1111 1111, 12/27 and one two three.')).toEqual([
      'It is [card number].',
    ]);
  });

  it('leaves the order number beside it', () => {
    expect(finals('Order 4521, and 4111 1111 1111 1111.')).toEqual([
      'Order 4521, and [card number].',
    ]);
  });
});

describe('other numbers', () => {
  it.each([
    'Sure, the order number is four five two one.',
    'My phone number is 555 123 4567.',
    'It is plus four nine, one five one, two three four five, six seven eight nine.',
    'I paid twenty nine dollars on the 3rd, and 29.50 on the 4th.',
    'You charged my credit card twice for order 4521.',
    'The tracking number is 1234567890123.',
    'It was in 2024, at 10:30, for 12 people.',
    'I pay by Visa. The order number is four five two one.',
  ])('survive: %s', (text) => {
    expect(finals(text)).toEqual([text]);
  });

  it('survive when one of them is said again', () => {
    const texts = [
      'Four five two one.',
      'Four five two one.',
      '4521',
      'And the other one is 4599.',
    ];
    expect(finals(...texts)).toEqual(texts);
  });

  it('survive split over segments when they are a phone number', () => {
    const texts = ['Five five five', 'one two three', 'four five six seven'];
    expect(finals(...texts)).toEqual(texts);
  });
});

describe('a card number over neighbouring segments', () => {
  it('is masked from its second group of four on, though nobody spoke of a card', () => {
    expect(finals('4111', 'one one one one', '1111', '1111')).toEqual([
      '4111',
      '[card number]',
      '[card number]',
      '[card number]',
    ]);
  });

  it('is masked where its digits become too many for anything else', () => {
    const masked = finals('37828', '22463', '10005');
    expect(masked).toEqual(['37828', '22463', '[card number]']);
  });

  it('is not interrupted by "mm-hm, go on"', () => {
    expect(talk('C: 4111', 'A: Mm-hm, okay.', 'C: 1111')[2]).toBe('[card number]');
    expect(talk('C: 4111', 'A: And the number of your other order?', 'C: 1111')[2]).toBe('1111');
  });
});

describe('interim text', () => {
  it('changes nothing of what is remembered', () => {
    const redactor = customer();
    redactor.interim('my card number is 4111');
    expect(redactor.final('4521').text).toBe('4521');
  });

  it('never shows more than ten digits of a number that grows', () => {
    const redactor = customer();
    expect(redactor.interim('it is 4111 1111 11')).toBe('it is 4111 1111 11');
    expect(redactor.interim('it is 4111 1111 111')).toBe('it is [card number]');
  });

  it('knows what the talk is about', () => {
    const redactor = customer();
    redactor.final('My card number, one second.');
    expect(redactor.interim('four one')).toBe('[card number]');
  });
});

/** A number cut into groups, each written or spoken, with anything but words between. */
const grouped = cardNumber.chain((number) =>
  fc
    .array(
      fc.record({
        length: fc.integer({ min: 1, max: 6 }),
        isSpoken: fc.boolean(),
        gap: fc.constantFrom(' ', '-', ', ', '. ', ' um, ', ' and then ', ' – ', '/'),
      }),
      { minLength: number.length, maxLength: number.length },
    )
    .map((cuts) => {
      let at = 0;
      let text = '';
      for (const { length, isSpoken, gap } of cuts) {
        const group = number.slice(at, at + length);
        if (group !== '') text += (at > 0 ? gap : '') + (isSpoken ? spelt(group) : group);
        at += length;
      }
      return { number, text };
    }),
);

describe('any number with a valid check digit', () => {
  it('never survives in one segment, however it is grouped and said', () => {
    fc.assert(
      fc.property(grouped, ({ text }) => {
        expect(finals(`Yes, here: ${text} is it.`)).toEqual(['Yes, here: [card number] is it.']);
      }),
      { numRuns: 500 },
    );
  });

  it('never survives once a card was mentioned, wherever the segments are cut', () => {
    fc.assert(
      fc.property(
        cardNumber,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 19 }),
        (number, cuts) => {
          const redactor = customer();
          redactor.final('Here is my card number.');
          let at = 0;
          for (const length of cuts) {
            const group = number.slice(at, at + length);
            at += length;
            if (group !== '') expect(redactor.final(group).text).toBe('[card number]');
          }
        },
      ),
    );
  });

  it('leaves text without numbers as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('hello', 'card', 'number', 'my', 'oh', '.', ',', 'visa')),
        (list) => {
          const text = list.join(' ');
          expect(finals(text)).toEqual([text]);
        },
      ),
    );
  });
});
