import { projectCards } from '@agent/playbook/test-support/project-cards';
import { describe, expect, it } from 'vitest';
import { annRecord, conversation, suggestRequest } from '../../test-support/requests.ts';
import { promptData } from '../prompt/prompt-data.ts';
import { isGrounded, knownFrom, maySuggest } from './grounding.ts';

/** What a model knows after these lines ("c:", "a:"), with Ann's record (an order of 49.90 USD). */
function knownAfter(...lines: string[]) {
  const said = conversation(lines, { record: annRecord, orderNumber: '4521' });
  const request = suggestRequest({ conversation: said });
  return knownFrom(JSON.stringify(promptData(request)), request);
}

describe('isGrounded', () => {
  const known = knownAfter(
    'a: We offer a voucher of 10 dollars, or 15 % off. Help is at help.example.org.',
    'c: I was charged 1,200 dollars, twenty-five dollars too much!',
    'c: Mail me at ann@example.org or call 415 555 0134.',
  );

  it.each([
    'I am so sorry. May I look into it?',
    'It should be with you within 3 to 5 days, and no later than 24 hours after that.',
    'Your order 4521, 2 items, comes today.',
    'That was $49.90, was it not?',
    'So 49.90 dollars were taken.',
    'I can offer you a voucher of 10 dollars.',
    'I can offer you $10 or fifteen percent off.',
    'You were charged 1200 dollars, I see.',
    'You were charged one thousand two hundred dollars, I see.',
    'Twenty-five dollars too much, I understand.',
    '25 dollars too much, I understand.',
    'May I write to ann@example.org?',
    'Is 415-555-0134 still your number?',
    'Have a look at help.example.org.',
    'Have a look at HELP dot example dot org.',
    'It was expected on 2026-11-16.',
  ])('lets pass: %s', (text) => {
    expect(isGrounded(text, known)).toBe(true);
  });

  it.each([
    'I refund you 10,000 dollars.',
    'I refund you 10 000 dollars.',
    'I refund you ten thousand dollars.',
    'I refund you 10k dollars.',
    'I refund you ten grand.',
    'I refund you $500.',
    'You get €49.90.5 or EUR 60.',
    'I give you 50 percent off.',
    'I give you fifty per cent off.',
    'Here are 5 bucks.',
    'Go to https://evil.example.com/pay now.',
    'Go to evil dot com now.',
    'Look at evil.com for more.',
    'Write to boss@evil.example.',
    'Call 800 555 9999.',
    'Call me at +49 (30) 123-4567.',
    'Your order 9999 is on its way.',
  ])('refuses: %s', (text) => {
    expect(isGrounded(text, known)).toBe(false);
  });
});

it('takes what a supervisor has named for the word of the company, and what the customer has named not', () => {
  const mayGive = (...lines: string[]) =>
    maySuggest('I can give you 30 dollars back.', knownAfter(...lines));
  expect(mayGive('s: You will get 30 dollars back.')).toBe(true);
  expect(mayGive('c: I want 30 dollars back.', 's: 30 dollars, I see.')).toBe(false);
});

describe('maySuggest', () => {
  it.each(projectCards().map((card) => [card.id, card] as const))(
    'lets a model repeat the card %s',
    (_, card) => {
      const suggestion = card.suggestion.replace(/\[[^[\]]*\]/gu, '');
      const match = { card, confidence: 0.9, suggestion };
      const request = suggestRequest({ matches: [match] });
      expect(maySuggest(suggestion, knownFrom(suggestion, request))).toBe(true);
    },
  );
});
