import * as v from 'valibot';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { zodSchemaOf } from './zod-schema-of.ts';

const order = v.object({
  number: v.pipe(v.string(), v.regex(/^\d+$/)),
  lines: v.array(v.object({ status: v.picklist(['sent', 'lost']), weight: v.number() })),
});
const schema = z.object({ order: zodSchemaOf(order) });

test('what fits is given as valibot reads it', () => {
  const line = { status: 'sent', weight: 2 };
  const value = { order: { number: '4521', lines: [{ ...line, note: 'x' }], note: 'x' } };
  expect(schema.parse(value)).toEqual({ order: { number: '4521', lines: [line] } });
});

test('every issue has its place, from the outside in', () => {
  const value = {
    order: { number: '4521', lines: [{ status: 'lost' }, { status: '', weight: 2 }] },
  };
  const { error } = schema.safeParse(value);
  expect(error?.issues.map(({ path }) => path)).toEqual([
    ['order', 'lines', 0, 'weight'],
    ['order', 'lines', 1, 'status'],
  ]);
});

test('a field that is not there is an issue', () => {
  expect(schema.safeParse({}).error?.issues.map(({ path }) => path)).toEqual([['order']]);
});

test('an issue says what was expected and nothing of what was there', () => {
  const said = 'my card is 4111';
  const line = { status: said, weight: said };
  const { error } = schema.safeParse({ order: { number: said, lines: [line, said] } });
  expect(error?.issues).toHaveLength(4);
  expect(error?.message).not.toContain(said);
  expect(error?.issues.at(-1)?.message).toBe('Expected Object.');
});
