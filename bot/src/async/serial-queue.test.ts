import { expect, it } from 'vitest';
import { createSerialQueue } from './serial-queue.ts';

function setUp(capacity = 10) {
  const failures: unknown[] = [];
  let dropped = 0;
  const queue = createSerialQueue({
    capacity,
    onFailure: (error) => failures.push(error),
    onDrop: () => {
      dropped += 1;
    },
  });
  return { queue, failures, dropped: () => dropped };
}

it('does one thing after another, also after one that fails', async () => {
  const { queue, failures } = setUp();
  const done: string[] = [];
  queue.add(async () => {
    await Promise.resolve();
    done.push('first');
  });
  queue.add(() => Promise.reject(new Error('second')));
  queue.add(async () => void done.push('third'));
  await queue.close();
  expect(done).toEqual(['first', 'third']);
  expect(failures).toMatchObject([{ message: 'second' }]);
});

it('lets the oldest that waits go when too much does', async () => {
  const { queue, dropped } = setUp(2);
  const done: number[] = [];
  for (const count of [1, 2, 3]) queue.add(async () => void done.push(count));
  await queue.close();
  expect(done).toEqual([2, 3]);
  expect(dropped()).toBe(1);
});

it('takes nothing once it is closed, even twice', async () => {
  const { queue } = setUp();
  await queue.close();
  let isDone = false;
  queue.add(async () => {
    isDone = true;
  });
  await queue.close();
  expect(isDone).toBe(false);
});
