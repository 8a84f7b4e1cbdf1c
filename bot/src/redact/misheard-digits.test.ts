import { expect, it } from 'vitest';
import { talk } from './test-support/talk.ts';

it.each([
  [
    'Sure, here it is, free 5 free Nero, 1113, free free free Nero, Nero Nero Nero',
    'Sure, here it is, [card number]',
  ],
  ['Won one won one, one one one one, for for 4 4.', '[card number].'],
])('hides what is left of a card number that was misheard: %s', (text, kept) => {
  expect(talk(`C: ${text}`, 'C: And 123.')).toEqual([kept, 'And [card number].']);
});

it.each([
  'It is plus four nine, one five one, two three four five, six seven eight nine.',
  'The tracking number is 1234567890123.',
  'I am free for lunch, and so are two or three of us, for free, to be fair.',
  'It is free. Too bad. I won 5 to 4, and for one, I ate too.',
])('leaves other numbers and plain words: %s', (text) => {
  expect(talk(`C: ${text}`)).toEqual([text]);
});

it.each([
  ['Nero Nero Free One.', '[card number].'],
  ['It is free 5, free zero, thanks.', 'It is [card number], thanks.'],
  ['3-amon 4111.', '[card number]-amon [card number].'],
  ['082 time.', '[card number] time.'],
])('hides digits that were misheard while a card is talked of: %s', (text, kept) => {
  expect(talk('A: What is the card number?', `C: ${text}`)[1]).toBe(kept);
});

it.each(['Just one moment.', 'I went to one.', 'It cost 29 dollars, for free shipping.'])(
  'leaves what is said meanwhile: %s',
  (text) => {
    expect(talk('A: What is the card number?', `C: ${text}`)[1]).toBe(text);
  },
);

it.each([
  [
    ['Free 5 Free Nero', '1113', 'Free free free zero'],
    ['Free 5 Free Nero', '[card number]', '[card number]'],
  ],
  [
    ['4111', '1 1 1', '1 1 1', '1 1 1'],
    ['4111', '[card number]', '[card number]', '[card number]'],
  ],
  [['Sure, here it is, 3-828224-631-0-0-05'], ['Sure, here it is, [card number]']],
  [["My visa can't handle it. 4242."], ["My visa can't handle it. [card number]."]],
])('hides what nobody has asked for as soon as it can be told: %j', (lines, kept) => {
  expect(talk(...lines.map((line) => `C: ${line}`))).toEqual(kept);
});

it.each([
  [['A: Which order?', 'C: 4521', 'A: 4521', 'C: 4521', 'C: 100 dollars']],
  [['A: Your phone number?', 'C: It is 555', 'C: 123', 'C: 4567']],
  [['C: I paid by Visa for order 4521.']],
])('leaves what is asked for, said again or measured: %j', (lines) => {
  expect(talk(...lines)).toEqual(lines.map((line) => line.slice(3)));
});

it('still hides digits after as many words alone as a card has digits', () => {
  const said = ['A: What is the card number?', ...Array(12).fill('C: I'), 'C: 4', 'C: 4'];
  expect(talk(...said).slice(-2)).toEqual(['[card number]', '[card number]']);
});
