import { expect, it } from 'vitest';
import { createLane } from './lane.ts';

function setUp(capacity = 10) {
  const failures: unknown[] = [];
  let dropped = 0;
  const lane = createLane({
    capacity,
    onFailure: (error) => failures.push(error),
    onDrop: () => {
      dropped += 1;
    },
  });
  return { lane, failures, dropped: () => dropped };
}

it('does one thing after another, also after one that fails', async () => {
  const { lane, failures } = setUp();
  const done: string[] = [];
  lane.add(async () => {
    await Promise.resolve();
    done.push('first');
  });
  lane.add(() => Promise.reject(new Error('second')));
  lane.add(async () => void done.push('third'));
  await lane.close();
  expect(done).toEqual(['first', 'third']);
  expect(failures).toMatchObject([{ message: 'second' }]);
});

it('lets the oldest that waits go when too much does', async () => {
  const { lane, dropped } = setUp(2);
  const done: number[] = [];
  for (const count of [1, 2, 3]) lane.add(async () => void done.push(count));
  await lane.close();
  expect(done).toEqual([2, 3]);
  expect(dropped()).toBe(1);
});

it('takes nothing once it is closed, even twice', async () => {
  const { lane } = setUp();
  await lane.close();
  let isDone = false;
  lane.add(async () => {
    isDone = true;
  });
  await lane.close();
  expect(isDone).toBe(false);
});
