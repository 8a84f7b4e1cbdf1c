import { expect, test } from 'vitest';
import { cardWith } from './test-support/talk.ts';
import { weigh } from './weigh.ts';

const card = cardWith({ confidence: 0.9 });
const clear = { words: [0], clarity: 1 };
const guess = (share: number | undefined, top = share ?? 0) => ({ shareOf: () => share, top });

test('takes the word of a phrase when there are no examples', () => {
  expect(weigh(card, clear, guess(undefined, 0.9))).toEqual({ confidence: 0.9, fit: 0.9 });
});

test('doubts a phrase when the turn is like another card', () => {
  const doubted = weigh(card, clear, guess(0, 0.9))?.confidence ?? 0;
  expect(doubted).toBeLessThan(0.9);
  expect(doubted).toBeGreaterThan(0.5);
});

test('puts first what phrase and examples agree on', () => {
  expect(weigh(card, clear, guess(0.8))?.fit).toBeGreaterThan(0.9);
  expect(weigh(card, clear, guess(0.8))?.confidence).toBe(0.9);
});

test('is less sure without a phrase, and needs a likeness that is clear', () => {
  const guessed = weigh(card, undefined, guess(0.8))?.confidence ?? 0;
  expect(guessed).toBeGreaterThan(0.7);
  expect(guessed).toBeLessThan(0.9);
  expect(weigh(card, undefined, guess(0.3))).toBeUndefined();
  expect(weigh(card, undefined, guess(undefined))).toBeUndefined();
});
