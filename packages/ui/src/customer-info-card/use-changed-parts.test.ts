import { expect, test } from 'vitest';
import { sampleRecord } from '../stories/sample-customer.ts';
import { changedParts } from './use-changed-parts.ts';

test('names what is different and what is new, nothing else', () => {
  const [first, ...others] = sampleRecord.orders;
  if (!first) throw new Error('The sample has orders.');
  const after = {
    ...sampleRecord,
    status: 'past-due' as const,
    orders: [
      { ...first, orderNumber: '4600' },
      { ...first, status: 'shipped' as const },
      ...others,
    ],
  };
  expect([...changedParts(sampleRecord, after)].sort()).toEqual([
    'order 4533',
    'order 4600',
    'status',
  ]);
  expect(changedParts(sampleRecord, structuredClone(sampleRecord)).size).toBe(0);
});
