import { describe, expect, it } from 'vitest';
import { isGrounded } from './grounding.ts';

const told = JSON.stringify({
  record: { orders: [{ orderNumber: '4521', total: '49.90 USD', expected: '2026-11-16' }] },
  playbook: ['Offer a voucher of 10 dollars, or 15 % off. Help is at help.example.org.'],
  said: [
    'I was charged 1,200 dollars, twenty-five dollars too much!',
    'Mail me at ann@example.org or call 415 555 0134.',
  ],
});
const own = JSON.stringify({ record: '49.90 USD', playbook: '10 dollars' });
const known = { told, own };

describe('isGrounded', () => {
  it.each([
    'I am so sorry. May I look into it?',
    'It should be with you within 3 to 5 days, and no later than 24 hours after that.',
    'Your order 4521, 2 items, comes today.',
    'That was $49.90, was it not?',
    'So 49.90 dollars were taken.',
    'I can offer you a voucher of 10 dollars.',
    'I can offer you $10 or 15 percent off.',
    'You were charged 1200 dollars, I see.',
    'Twenty-five dollars too much, I understand.',
    'May I write to ann@example.org?',
    'Is 415-555-0134 still your number?',
    'Have a look at https://help.example.org.',
    'It was expected on 2026-11-16.',
  ])('lets pass: %s', (text) => {
    expect(isGrounded(text.replace('https://', ''), known)).toBe(true);
  });

  it.each([
    'I refund you 10,000 dollars.',
    'I refund you 10 000 dollars.',
    'I refund you ten thousand dollars.',
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

  it('takes an amount that is promised from the company alone, not from the customer', () => {
    expect(isGrounded('I refund you 1,200 dollars.', known)).toBe(true);
    expect(isGrounded('I refund you 1,200 dollars.', known, true)).toBe(false);
    expect(isGrounded('I refund you 49.90 dollars.', known, true)).toBe(true);
  });
});
