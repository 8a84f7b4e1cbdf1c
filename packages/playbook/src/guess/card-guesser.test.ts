import type { PlaybookCard } from '@agent/protocol';
import { describe, expect, test } from 'vitest';
import { finish } from '../finish.ts';
import { cardWith, talk } from '../test-support/talk.ts';
import { currentTurn } from '../turn.ts';
import { learnToGuess } from './card-guesser.ts';

const guesserOf = (cards: readonly PlaybookCard[]) => finish(learnToGuess(cards));
const refund = cardWith({
  id: 'refund-request',
  examples: [
    'Could you pay me back?',
    'I would like to be paid back.',
    'Pay me back the whole sum.',
    'Would you like a new one? > No, pay me back.',
    'Would you like another one? > No, I am fed up, pay it back.',
  ],
});
const late = cardWith({
  id: 'delivery-delay',
  examples: [
    'My lamp never turned up.',
    'The chair never turned up at our house.',
    'It never turned up.',
    'Nothing ever turned up at my door.',
  ],
});
const guess = guesserOf([refund, late, cardWith({ id: 'without' })]);
const guessFor = (...lines: Parameters<typeof talk>[0]) => guess(currentTurn(talk(lines).said));

describe('the guess', () => {
  test('is the card whose examples a turn is like', () => {
    const { shareOf, top } = guessFor('customer: Please pay it all back to me.');
    expect(shareOf('refund-request')).toBe(top);
    expect(shareOf('refund-request')).toBeGreaterThan(shareOf('delivery-delay') ?? 1);
  });

  test('is everyday talk when a turn is like that', () => {
    const { shareOf, top } = guessFor('customer: Good morning, how are you today?');
    expect(shareOf('refund-request')).toBeLessThan(0.1);
    expect(top).toBeGreaterThan(0.8);
  });

  test('knows nothing of cards without examples', () => {
    expect(guessFor('customer: Pay me back.').shareOf('without')).toBeUndefined();
    const ignorant = guesserOf([cardWith()]);
    expect(ignorant(currentTurn(talk(['customer: Pay me back.']).said)).top).toBe(0);
  });

  test('does not come again for what an earlier segment of the turn said', () => {
    const before = guessFor('customer: My sofa never turned up.').shareOf('delivery-delay') ?? 0;
    const after = guessFor('customer: My sofa never turned up.', 'customer: It is sunny here.');
    expect(before).toBeGreaterThan(0.4);
    expect(after.shareOf('delivery-delay')).toBeLessThan(0.1);
  });

  test('sees a turn in two segments as one', () => {
    const { shareOf } = guessFor('customer: My sofa', 'customer: never turned up.');
    expect(shareOf('delivery-delay')).toBeGreaterThan(0.3);
  });

  test('finds the point of one who rambles', () => {
    const rambling = guessFor(
      'customer: Good morning, how are you today, my name is Anna. Please pay it all back to me.',
    );
    expect(rambling.shareOf('refund-request')).toBeGreaterThan(0.4);
  });

  test('sees what a turn answers', () => {
    const alone = guessFor('customer: No, back.').shareOf('refund-request') ?? 1;
    const answer = guessFor('agent: Would you like a new one?', 'customer: No, back.');
    expect(answer.shareOf('refund-request')).toBeGreaterThan(alone);
  });
});
