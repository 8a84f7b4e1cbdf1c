import { expect, test } from 'vitest';
import { render, screen } from '../testing/dom.ts';
import { ConnectionBadge } from './connection-badge.tsx';

test.each([
  ['connecting', 'unknown', 'Connecting…'],
  ['connected', 'unknown', 'Connected'],
  ['connected', 'poor', 'Connection poor'],
  ['reconnecting', 'good', 'Reconnecting…'],
  ['lost', 'good', 'Connection lost'],
  ['connected', 'lost', 'Connection lost'],
  ['moved', 'good', 'In another tab'],
  ['refused', 'unknown', 'Not in this call'],
] as const)('says %s with %s quality in words', (state, quality, words) => {
  render(<ConnectionBadge state={state} quality={quality} />);
  expect(screen.getByRole('status').textContent).toBe(words);
});

test('takes its words from labels', () => {
  render(<ConnectionBadge state="lost" labels={{ lost: 'Verbindung weg' }} />);
  expect(screen.getByRole('status').textContent).toBe('Verbindung weg');
});
