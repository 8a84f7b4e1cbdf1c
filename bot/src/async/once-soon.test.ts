import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onceSoon } from './once-soon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('onceSoon', () => {
  it('makes one call of many that come soon after another, for each key', () => {
    const done: string[] = [];
    const soon = onceSoon<string>(50, (key) => done.push(key));
    for (let sign = 0; sign < 10; sign += 1) soon('a');
    soon('b');
    vi.advanceTimersByTime(49);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['a', 'b']);
  });

  it('calls again for what comes after that', () => {
    const done: string[] = [];
    const soon = onceSoon<string>(50, (key) => done.push(key));
    soon('a');
    vi.advanceTimersByTime(50);
    soon('a');
    vi.advanceTimersByTime(50);
    expect(done).toEqual(['a', 'a']);
  });
});
