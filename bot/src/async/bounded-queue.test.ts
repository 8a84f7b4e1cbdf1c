import { describe, expect, it } from 'vitest';
import { boundedQueue } from './bounded-queue.ts';

async function readAll<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

describe('boundedQueue', () => {
  it('hands items over in order and ends after the last once it is closed', async () => {
    const queue = boundedQueue<number>({ capacity: 10, whenFull: 'drop-oldest' });
    const reading = readAll(queue);
    queue.push(1);
    queue.push(2);
    await Promise.resolve();
    queue.push(3);
    queue.close();
    queue.close();
    expect(await reading).toEqual([1, 2, 3]);
  });

  it.each([
    { whenFull: 'drop-oldest', kept: [3, 4], dropped: [1, 2] },
    { whenFull: 'drop-newest', kept: [1, 2], dropped: [3, 4] },
  ] as const)('keeps to its capacity and tells what it drops: $whenFull', async (row) => {
    const dropped: number[] = [];
    const queue = boundedQueue<number>({
      capacity: 2,
      whenFull: row.whenFull,
      onDrop: (item) => dropped.push(item),
    });
    for (const item of [1, 2, 3, 4]) queue.push(item);
    expect(queue.size).toBe(2);
    queue.close();
    expect(await readAll(queue)).toEqual(row.kept);
    expect(dropped).toEqual(row.dropped);
  });

  it('takes nothing more once it is closed', async () => {
    const queue = boundedQueue<number>({ capacity: 2, whenFull: 'drop-oldest' });
    queue.close();
    queue.push(1);
    expect(await readAll(queue)).toEqual([]);
  });
});
