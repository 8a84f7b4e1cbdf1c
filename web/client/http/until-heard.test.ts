import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestError } from './request-error.ts';
import { untilHeard } from './until-heard.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(answers: readonly (RequestError | undefined)[]) {
  const stop = new AbortController();
  const onWaiting = vi.fn();
  let asked = 0;
  const heard = untilHeard(
    async () => {
      const answer = answers[asked++];
      if (answer) throw answer;
    },
    { onWaiting, signal: stop.signal },
  );
  return { heard, onWaiting, stop, asked: () => asked };
}

describe('untilHeard', () => {
  it('asks again until the server is back, and says once that it waits', async () => {
    const away = RequestError.offline();
    const { heard, onWaiting, asked } = setUp([away, away, undefined]);
    await vi.advanceTimersByTimeAsync(4_000);
    await heard;
    expect(asked()).toBe(3);
    expect(onWaiting).toHaveBeenCalledOnce();
  });

  it('throws what the server refuses', async () => {
    const { heard, onWaiting } = setUp([new RequestError('forbidden', 'Not yours.')]);
    await expect(heard).rejects.toThrow('Not yours.');
    expect(onWaiting).not.toHaveBeenCalled();
  });

  it('asks no more once the page has gone on', async () => {
    const { heard, stop, asked } = setUp(Array(9).fill(RequestError.offline()));
    await vi.advanceTimersByTimeAsync(2_500);
    stop.abort();
    await vi.advanceTimersByTimeAsync(10_000);
    await heard;
    expect(asked()).toBe(2);
  });
});
