import { queueIdSchema } from '@agent/protocol';
import { expect, it } from 'vitest';
import { freeSlug } from './free-slug.ts';

const none = new Set<string>();

it.each([
  ['Sales', 'sales'],
  ['  Sales & Returns (EU) ', 'sales-returns-eu'],
  ['Größe café №5', 'gro-e-cafe-no5'],
  ['الدعم', 'queue'],
  ['🛟🛟', 'queue'],
  ['🛟 Help', 'help'],
  ['--', 'queue'],
  ['x'.repeat(60), 'x'.repeat(40)],
  [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
])('makes of %s the id %s', (name, id) => {
  expect(freeSlug(name, none, 'queue')).toBe(id);
  expect(queueIdSchema.safeParse(id).success).toBe(true);
});

it('puts a number behind an id that is taken, however long it is', () => {
  expect(freeSlug('Sales', new Set(['sales']), 'queue')).toBe('sales-2');
  expect(freeSlug('Sales', new Set(['sales', 'sales-2']), 'queue')).toBe('sales-3');
  const long = 'x'.repeat(40);
  const next = freeSlug(long, new Set([long]), 'queue');
  expect(next).toBe(`${'x'.repeat(38)}-2`);
  expect(queueIdSchema.safeParse(next).success).toBe(true);
});
