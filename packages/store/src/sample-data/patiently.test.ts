import { expect, test } from 'vitest';
import { StoreError } from '../database/store-error.ts';
import { patiently } from './patiently.ts';

/** Fails so many times, then succeeds. */
function failing(times: number, error: Error) {
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries <= times) throw error;
    return 'done';
  };
  return { work, tries: () => tries };
}
const busy = new Error('canceling statement due to statement timeout');

test('what was given up is done again, four times at most', async () => {
  const twice = failing(2, busy);
  expect(await patiently(twice.work, { firstPauseMs: 0 })).toBe('done');
  expect(twice.tries()).toBe(3);
  const always = failing(99, busy);
  await expect(patiently(always.work, { firstPauseMs: 0 })).rejects.toBe(busy);
  expect(always.tries()).toBe(4);
});

test('what is refused for good, or not wanted any more, is not done again', async () => {
  const refusal = StoreError.appRoleRefused('web', 'it owns the tables');
  const refused = failing(1, refusal);
  await expect(patiently(refused.work, { firstPauseMs: 0 })).rejects.toBe(refusal);
  const ended = failing(1, busy);
  const signal = AbortSignal.abort();
  await expect(patiently(ended.work, { firstPauseMs: 0, signal })).rejects.toBe(busy);
  expect([refused.tries(), ended.tries()]).toEqual([1, 1]);
});
