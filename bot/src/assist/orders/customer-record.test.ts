import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { annRecord } from '../test-support/requests.ts';
import { createRecordReader } from './customer-record.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Answer = typeof annRecord | undefined | 'away';

function setUp() {
  let answer: Answer = annRecord;
  let tookMs = 10;
  const failures: unknown[] = [];
  const asked: (readonly string[] | undefined)[] = [];
  const read = createRecordReader({
    directory: {
      async find(_customerId, orders) {
        asked.push(orders);
        const now = answer;
        await new Promise((resolve) => setTimeout(resolve, tookMs));
        if (now === 'away') throw new Error('away');
        return now;
      },
    },
    onFailure: (error) => failures.push(error),
  });
  return {
    failures,
    asked,
    async read(customerId: string | null, orders: readonly string[] = []) {
      const reading = read(customerId, orders);
      await vi.advanceTimersByTimeAsync(100);
      return reading;
    },
    answers(next: Answer, inMs = 10) {
      answer = next;
      tookMs = inMs;
    },
  };
}

it('reads the record each time', async () => {
  const { read, answers } = setUp();
  expect(await read('ann')).toBe(annRecord);
  answers({ ...annRecord, status: 'paused' });
  expect(await read('ann')).toMatchObject({ status: 'paused' });
  expect(await read(null)).toBeUndefined();
});

it('gives what it knows when the directory is slow or away, and learns from a late answer', async () => {
  const { read, answers, failures } = setUp();
  await read('ann');
  answers('away');
  expect(await read('ann')).toBe(annRecord);
  expect(failures).toHaveLength(1);
  answers({ ...annRecord, status: 'closed' }, 500);
  expect(await read('ann')).toBe(annRecord);
  await vi.advanceTimersByTimeAsync(500);
  answers('away', 500);
  expect(await read('ann')).toMatchObject({ status: 'closed' });
});

it('never takes one customer for another', async () => {
  const { read, answers } = setUp();
  await read('ann');
  answers('away');
  expect(await read('bob')).toBeUndefined();
});

it('asks for the orders that the call is about', async () => {
  const { read, asked } = setUp();
  await read('ann', ['4521']);
  expect(asked).toEqual([['4521']]);
});
