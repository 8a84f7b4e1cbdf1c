import type { CustomerId } from '@agent/protocol';
import { createFakeDirectory } from '@agent/testing/fake-directory';
import { aCustomerId } from '@agent/testing/ids';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { annRecord } from '../test-support/requests.ts';
import { createRecordReader } from './customer-record.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ann = { ...annRecord, customerId: aCustomerId('ann') };

function setUp() {
  const directory = createFakeDirectory({ records: [ann] });
  directory.answerMs = 10;
  const failures: unknown[] = [];
  const read = createRecordReader({ directory, onFailure: (error) => failures.push(error) });
  return {
    directory,
    failures,
    async read(customerId: CustomerId | null, orders: readonly string[] = []) {
      const reading = read(customerId, orders);
      await vi.advanceTimersByTimeAsync(100);
      return reading;
    },
    /** The directory gives this record from now on, or fails. */
    answers(next: typeof ann | 'away', inMs = 10) {
      directory.isAway = next === 'away';
      if (next !== 'away') directory.put(next);
      directory.answerMs = inMs;
    },
  };
}

it('reads the record each time', async () => {
  const { read, answers } = setUp();
  expect(await read(ann.customerId)).toBe(ann);
  answers({ ...ann, status: 'paused' });
  expect(await read(ann.customerId)).toMatchObject({ status: 'paused' });
  expect(await read(null)).toBeUndefined();
});

it('gives what it knows when the directory is slow or away, and learns from a late answer', async () => {
  const { read, answers, failures } = setUp();
  await read(ann.customerId);
  answers('away');
  expect(await read(ann.customerId)).toBe(ann);
  expect(failures).toHaveLength(1);
  answers({ ...ann, status: 'closed' }, 500);
  expect(await read(ann.customerId)).toBe(ann);
  await vi.advanceTimersByTimeAsync(500);
  answers('away', 500);
  expect(await read(ann.customerId)).toMatchObject({ status: 'closed' });
});

it('never takes one customer for another', async () => {
  const { read, answers } = setUp();
  await read(ann.customerId);
  answers('away');
  expect(await read(aCustomerId('bob'))).toBeUndefined();
});

it('asks for the orders that the call is about', async () => {
  const { read, directory } = setUp();
  await read(ann.customerId, ['4521']);
  expect(directory.asked).toEqual([{ method: 'find', of: ['ann', ['4521']] }]);
});
