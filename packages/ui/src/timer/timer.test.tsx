import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { act, render, screen } from '../testing/dom.ts';
import { Timer } from './timer.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(100_000);
});
afterEach(() => vi.useRealTimers());

test('counts every second', () => {
  render(<Timer sinceMs={40_000} />);
  expect(screen.getByRole('timer').textContent).toBe('01:00');
  act(() => vi.advanceTimersByTime(2_000));
  expect(screen.getByRole('timer').textContent).toBe('01:02');
});

test('shows the injected time and stands still once stopped', () => {
  const { rerender } = render(<Timer sinceMs={0} nowMs={5_000} />);
  expect(screen.getByRole('timer').textContent).toBe('00:05');
  rerender(<Timer sinceMs={0} nowMs={9_000} untilMs={6_000} />);
  expect(screen.getByRole('timer').textContent).toBe('00:06');
  expect(screen.getByRole('timer').dataset.state).toBe('stopped');
});
