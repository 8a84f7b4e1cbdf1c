import type { SentimentPoint } from '@agent/calls';
import { expect, expectTypeOf, test } from 'vitest';
import { trendPoints } from '../stories/sample-sentiment.ts';
import { render, screen, within } from '../testing/dom.ts';
import { SentimentTrend, type SentimentTrendPoint } from './sentiment-trend.tsx';

test('takes what selectSentimentTrend gives, without an adapter', () => {
  expectTypeOf<SentimentPoint>().toExtend<SentimentTrendPoint>();
});

test('says the line in words and every point in a table', () => {
  render(<SentimentTrend points={trendPoints([0, -0.8, -1])} />);
  screen.getByRole('img', {
    name: 'Sentiment of the customer: negative (−0.7), falling. Lowest −1 at 00:37.',
  });
  const rows = within(screen.getByRole('table', { name: 'Sentiment' })).getAllByRole('row');
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['Time', 'Score', 'Smoothed', 'Sounds'],
    ['00:09', '0', '0', 'neutral'],
    ['00:23', '−0.8', '−0.4', 'negative'],
    ['00:37', '−1', '−0.7', 'negative'],
  ]);
});

test('draws high scores above low ones, within the picture', () => {
  const { container } = render(<SentimentTrend points={trendPoints([1, -1, -1])} />);
  const line = container.querySelector('[data-part=trend]')?.getAttribute('d');
  expect(line).toBe('M0 0L50 50L100 75');
});

test('one point is a dot at the end without a direction', () => {
  const { container } = render(<SentimentTrend points={trendPoints([-0.4])} />);
  expect(container.querySelector('[data-part=now]')?.getAttribute('d')).toBe('M100 70h0');
  expect(screen.getByText('steady')).toBeTruthy();
});

test('says what will be here before anybody has spoken', () => {
  render(<SentimentTrend points={[]} />);
  expect(screen.getByText('Shown once the customer has spoken.')).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
});

test('is one line without an axis as a strip, and says no less', () => {
  const points = trendPoints([0, -0.8, -1]);
  const { container, rerender } = render(<SentimentTrend points={points} />);
  const axis = () => container.querySelectorAll('[data-slot=sentiment-chart-axis]').length;
  expect(axis()).toBe(4);
  rerender(<SentimentTrend points={points} variant="strip" />);
  expect(axis()).toBe(0);
  screen.getByRole('img', { name: /^Sentiment of the customer: negative/ });
  screen.getByRole('table', { name: 'Sentiment' });
  screen.getByText('falling');
});

test('draws the alert threshold, where asked for', () => {
  const { container, rerender } = render(<SentimentTrend points={trendPoints([0])} />);
  expect(container.querySelector('[data-part=alert]')?.getAttribute('y1')).toBe('75');
  rerender(<SentimentTrend points={trendPoints([0])} alertBelow={null} />);
  expect(container.querySelector('[data-part=alert]')).toBeNull();
});
