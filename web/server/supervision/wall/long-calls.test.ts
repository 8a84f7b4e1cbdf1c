import { queueIdSchema } from '@agent/protocol';
import { expect, it, vi } from 'vitest';
import { createLongCalls, type LongCalls } from './long-calls.ts';

const known: LongCalls = new Map([[queueIdSchema.parse('main'), 600_000]]);

it('asks once in ten minutes, however many ask, and keeps what it knows when that fails', async () => {
  let atMs = 0;
  const read = vi.fn(async () => known);
  const onUnreadable = vi.fn();
  const longCalls = createLongCalls({ read, onUnreadable }, () => atMs);
  expect(await Promise.all([longCalls(), longCalls()])).toEqual([known, known]);
  atMs = 599_999;
  await longCalls();
  expect(read).toHaveBeenCalledTimes(1);

  read.mockRejectedValueOnce(new Error('Too slow.'));
  atMs = 600_000;
  expect(await longCalls()).toBe(known);
  expect(await longCalls()).toBe(known);
  expect(onUnreadable).toHaveBeenCalledTimes(1);
  expect(read).toHaveBeenCalledTimes(2);
  atMs = 660_000;
  await longCalls();
  expect(read).toHaveBeenCalledTimes(3);
});
