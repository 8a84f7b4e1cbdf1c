import { aQueueId } from '@agent/testing/ids';
import { expect, it, vi } from 'vitest';
import { createTodaySoFar } from './today-so-far.ts';

const one = (inTarget: number) => [{ queueId: aQueueId(), inTarget, targeted: 5 }];

it('asks when there is news, at most once a second, and forgets no news', async () => {
  let nowMs = 0;
  const read = vi.fn(async () => one(read.mock.calls.length));
  const today = createTodaySoFar(read, () => nowMs);
  expect(await today(false)).toEqual(one(1));
  nowMs = 400;
  expect(await today(true)).toEqual(one(1));
  nowMs = 1_000;
  expect(await today(false)).toEqual(one(2));
  nowMs = 5_000;
  expect(await today(false)).toEqual(one(2));
  expect(await today(true)).toEqual(one(3));
});

it('asks again after a failure', async () => {
  let nowMs = 0;
  const read = vi.fn(async () => one(1));
  read.mockRejectedValueOnce(new Error('gone'));
  const today = createTodaySoFar(read, () => nowMs);
  await expect(today(true)).rejects.toThrow('gone');
  nowMs = 1_000;
  expect(await today(false)).toEqual(one(1));
});

it('asks again when news came in while it was asking', async () => {
  let nowMs = 0;
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof one>>();
  const read = vi.fn(() => Promise.resolve(one(2))).mockReturnValueOnce(promise);
  const today = createTodaySoFar(read, () => nowMs);
  const first = today(true);
  await today(true);
  resolve(one(1));
  expect(await first).toEqual(one(1));
  nowMs = 1_000;
  expect(await today(false)).toEqual(one(2));
});
