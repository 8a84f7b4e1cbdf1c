import type { OpenQueue } from '@agent/protocol';
import { expect, it } from 'vitest';
import { fakeQueue } from '../test-support/fake-queue.ts';
import { queueChoice } from './queue-choice.ts';

const orders = fakeQueue('orders');
const billing = fakeQueue('billing');

it.each<[readonly OpenQueue[], string | undefined, OpenQueue | null, boolean]>([
  [[orders], undefined, orders, false],
  [[orders], 'orders', orders, false],
  [[orders, billing], 'billing', billing, false],
  [[orders, billing], undefined, null, false],
  [[orders, billing], 'returns', null, true],
  // Whoever came for something else is told so before it talks to others.
  [[orders], 'billing', null, true],
  [[], undefined, null, false],
])('of %# chooses what was asked for, or the only one', (queues, wanted, queue, isQueueGone) => {
  expect(queueChoice(queues, wanted)).toEqual({ queues, queue, isQueueGone });
});
