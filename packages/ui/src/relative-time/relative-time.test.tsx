import { expect, test } from 'vitest';
import { render, screen } from '../testing/dom.ts';
import { RelativeTime } from './relative-time.tsx';

test('says how long ago, for machines when, and on hover exactly', () => {
  const at = '2026-11-18T15:20:00Z';
  render(<RelativeTime at={at} nowMs={Date.parse('2026-11-23T10:04:00Z')} />);
  const time = screen.getByText('4 days ago');
  expect(time.getAttribute('datetime')).toBe(at);
  expect(time.title).toContain('November 18, 2026');
  expect(time.dataset.state).toBe('past');
});
