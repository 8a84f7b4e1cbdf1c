import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardNumber, spelt } from './test-support/card-number.ts';
import { talk } from './test-support/talk.ts';

const finals = (...texts: string[]) => talk(...texts.map((text) => `C: ${text}`));

describe('talk of a card', () => {
  it('masks further numbers, also short ones, from the mention on', () => {
    expect(
      finals('My card number is four one one one', 'one one one one', 'twelve', 'one'),
    ).toEqual([
      'My card number is [card number]',
      '[card number]',
      '[card number]',
      '[card number]',
    ]);
  });

  it('covers the expiry date and the security code', () => {
    expect(finals('Expiry is 12/27.', 'And the security code is 123.')).toEqual([
      'Expiry is [card number].',
      'And the security code is [card number].',
    ]);
  });

  it('is shared: the agent asks, the customer reads, the agent repeats', () => {
    expect(
      talk('A: Could you read me the card number?', 'C: Four one one one.', 'A: 4111, okay.'),
    ).toEqual(['Could you read me the card number?', '[card number].', '[card number], okay.']);
  });

  it('is shared with a supervisor who asks, repeats, and turns it away', () => {
    expect(
      talk(
        ...['S: Could you read me the card number?', 'C: Four one one one.', 'S: 4111, okay.'],
        ...['S: And what is your order number?', 'C: 4521.'],
      ),
    ).toEqual([
      ...['Could you read me the card number?', '[card number].', '[card number], okay.'],
      ...['And what is your order number?', '4521.'],
    ]);
  });

  it('ends a number that was begun when a supervisor says more than a few words, and goes on after those', () => {
    const after = (line: string) => talk('C: It is 4111 1111', line, 'C: 1111 1111.')[2];
    expect(after('S: Go on.')).toBe('[card number].');
    expect(after('S: That is not an order of yours, I am afraid.')).toBe('1111 1111.');
  });

  it('keeps what is counted, priced or named as something else', () => {
    const text = 'It was 29 dollars, 2 weeks ago, for order 4521, one moment.';
    expect(talk('C: Take my Visa card.', `C: ${text}`)[1]).toBe(text);
  });

  it('ends where another number is asked for', () => {
    const lines = talk(
      'A: We cannot take a card number on the phone. What is your order number?',
      'C: Four five two one.',
    );
    expect(lines[1]).toBe('Four five two one.');
  });

  it('does not begin with the name of a card alone: order numbers and counts stay', () => {
    const order = [
      'C: My Visa was charged twice.',
      'A: Which order was it?',
      'C: Four five two one.',
    ];
    expect(talk(...order)).toEqual(order.map((line) => line.slice(3)));
    const count = ['C: My Mastercard was charged.', 'A: How many times?', 'C: Two.', 'C: On 4521.'];
    expect(talk(...count)).toEqual(count.map((line) => line.slice(3)));
    const code = ['C: I paid with my Amex.', 'A: Okay.', 'C: To 90210, on the 3rd.'];
    expect(talk(...code)).toEqual(code.map((line) => line.slice(3)));
  });

  it.each([
    ['a long number', ['C: My Visa. It is 4111 1111.'], 'My Visa. It is [card number].'],
    ['what follows it at once', ['C: My Visa is 4111.'], 'My Visa is [card number].'],
    ['the last digits', ['C: The Visa ending in 4242.'], 'The Visa ending in [card number].'],
    ['the expiry date', ['C: A Visa.', 'C: It expires 12/27.'], 'It expires [card number].'],
    ['the code', ['C: A Visa.', 'A: And the code?', 'C: One two three.'], '[card number].'],
    ['its number', ['C: A Visa.', 'A: The full number?', 'C: 4111.'], '[card number].'],
    ['its number', ['C: A Visa.', 'A: And the number on it?', 'C: 4111.'], '[card number].'],
  ])('covers, after the name of a card, %s', (_what, lines, last) => {
    expect(talk(...lines).at(-1)).toBe(last);
  });

  it('goes on where the name of the card comes up in it', () => {
    const lines = ['A: The card number, please?', 'C: It is a Visa.', 'C: Four one one one.'];
    expect(talk(...lines).at(-1)).toBe('[card number].');
  });

  it.each([
    'And the full card number?',
    'All the numbers on the card, please.',
    'The last three digits on the back.',
    'The complete number on my card is',
    'The whole security code?',
  ])('begins with "%s", which says more than what it begins with', (words) => {
    expect(talk(`A: ${words}`, 'C: Two.').at(-1)).toBe('[card number].');
  });

  it.each(['What is the complete order number?', 'And the first number of the order?'])(
    'ends with "%s"',
    (words) => {
      expect(talk('A: The card number?', `A: ${words}`, 'C: Two.').at(-1)).toBe('Two.');
    },
  );

  it.each([
    'Which order was it?',
    'How many times?',
    'How many times was your Visa card charged?',
    'When did you order?',
    'What date was that?',
    'How much was it?',
  ])('turns away with "%s", but not from long numbers', (question) => {
    const asked = ['A: We take no card numbers on the phone.', `A: ${question}`];
    expect(talk(...asked, 'C: Four five two one.').at(-1)).toBe('Four five two one.');
    expect(talk(...asked, 'C: Two.').at(-1)).toBe('Two.');
    expect(talk(...asked, 'C: It is 4111 1111.').at(-1)).toBe('It is [card number].');
    expect(talk(`A: The card number? ${question}`, 'C: Two.').at(-1)).toBe('Two.');
  });

  it.each([
    'How many digits do you need?',
    'When does it expire?',
    'When did you get the card?',
    'When is it valid until?',
    "When you're ready.",
    'Which card is it?',
    'How many numbers are there on the back?',
    'How many times? And the card number?',
  ])('does not turn away with "%s"', (question) => {
    const asked = ['A: The card number, please.', `A: ${question}`];
    expect(talk(...asked, 'C: Two.').at(-1)).toBe('[card number].');
  });

  it('does not turn away with a question of the side that reads the number', () => {
    const read = 'C: Four one one one, when do I get it?';
    expect(talk('A: The card number, please.', read, 'C: One one.').at(-1)).toBe('[card number].');
  });

  it('ends after a while without numbers', () => {
    const passing = Array.from({ length: 8 }, () => 'Let me look at that for you.');
    expect(finals('It is my card number.', ...passing, '4521').at(-1)).toBe('4521');
    expect(finals('It is my card number.', ...passing.slice(1), '4521').at(-1)).toBe(
      '[card number]',
    );
  });
});

describe('the numbers of a card', () => {
  const passing = fc.constantFrom(
    'A: Mm-hm.',
    'A: Okay, go on.',
    'C: It is a Visa.',
    'A: Is it the Mastercard?',
    'C: One moment, please.',
    'A: It runs out soon.',
  );
  const explicit = fc.constantFrom(
    'A: Could you read me the card number?',
    'C: My card number, then.',
    'A: And the security code?',
    'A: The three digits on the back, please.',
    'C: The CVV is',
    'A: What is the expiry date?',
    'A: When is the card valid until, please, the expiry?',
    'C: Take my other card.',
  );

  it('never survives after an explicit cue, whatever name of a card is said before or after', () => {
    fc.assert(
      fc.property(
        fc.array(passing, { maxLength: 3 }),
        explicit,
        fc.array(passing, { maxLength: 3 }),
        fc.stringMatching(/^\d{1,5}$/),
        (before, cue, after, digits) => {
          const said = talk(...before, cue, ...after, `C: ${digits}`, `C: ${spelt(digits)}.`);
          expect(said.slice(-2)).toEqual(['[card number]', '[card number].']);
        },
      ),
    );
  });

  it('never survives as a number of eight digits or more after the name of a card', () => {
    const long = fc.stringMatching(/^[1-9]\d{7,18}$/);
    const after = fc.array(fc.constantFrom('A: Mm-hm.', 'A: Which order was it?'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(long, after, (digits, between) => {
        const said = (number: string) =>
          talk('C: I paid by Visa.', ...between, `C: So ${number}, yes.`).at(-1);
        expect(said(digits)).toBe('So [card number], yes.');
        expect(said(spelt(digits))).toBe('So [card number], yes.');
      }),
    );
  });

  it('shows at most seven digits after the name of a card, wherever the segments are cut', () => {
    fc.assert(
      fc.property(
        cardNumber.filter((number) => new Set(number).size > 3),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 19 }),
        (number, cuts) => {
          const groups = cuts.map((length, index) => {
            const at = cuts.slice(0, index).reduce((sum, cut) => sum + cut, 0);
            return number.slice(at, at + length);
          });
          const [, ...said] = finals('I paid by Visa.', ...groups.filter((group) => group !== ''));
          expect(said.join('').replaceAll('[card number]', '').length).toBeLessThan(8);
        },
      ),
    );
  });
});
