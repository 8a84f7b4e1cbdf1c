import { expect, test } from 'vitest';
import { render, screen } from '../testing/dom.ts';
import { formatScore, SentimentMark } from './sentiment-mark.tsx';

test.each(['negative', 'neutral', 'positive'] as const)(
  'says %s in a word, not by colour alone',
  (label) => {
    render(<SentimentMark label={label} score={0.2} confidence={0.8} />);
    const mark = screen.getByText(label).parentElement;
    expect(mark?.dataset.state).toBe(label);
    expect(mark?.querySelector('svg')).toBeTruthy();
    expect(mark?.title).toBe(`Sounds ${label}, score +0.2 of −1 to 1, 80 % sure`);
  },
);

test('keeps the word for screen readers when compact', () => {
  render(<SentimentMark label="negative" compact />);
  expect(screen.getByText('negative').dataset.slot).toBe('visually-hidden');
});

test.each([
  [-0.644, '−0.64'],
  [0, '0'],
  [-0.001, '0'],
  [1, '+1'],
])('writes a score of %d as %s', (score, text) => {
  expect(formatScore(score)).toBe(text);
});
