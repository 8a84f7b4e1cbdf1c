import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { callEventData } from './call-event.ts';
import { customerId, orderNumber } from './directory-ids.ts';
import { sentiment } from './sentiment.ts';
import { suggestion, suggestionDraft } from './suggestion.ts';
import { isoTime, uuid, wholeNumber } from './values.ts';

const { 'call.queued': queued, 'call.rated': rated, 'segment.final': final } = callEventData;

/** What zod makes of the same: the two are to agree, as servers and browsers read the same. */
const pairs: [string, v.GenericSchema, z.ZodType][] = [
  ['a boolean', queued.entries.transcribed, z.boolean()],
  ['text', queued.entries.customerName, z.string()],
  ['some text', final.entries.text, z.string().min(1)],
  ['short text', suggestionDraft.entries.reasoning, z.string().max(600)],
  ['trimmed text', suggestion.entries.suggestion, z.string().trim().min(1).max(600)],
  ['a pattern', orderNumber, z.string().regex(/^[A-Z0-9-]{3,20}$/)],
  ['another pattern', customerId, z.string().regex(/^[!-~]{1,64}$/)],
  ['a UUID', uuid, z.uuid()],
  ['a time', isoTime, z.iso.datetime({ offset: true })],
  ['a number or null', final.entries.meanLogProbability, z.number().nullable()],
  ['a number between two', sentiment.entries.score, z.number().min(-1).max(1)],
  ['a whole number', wholeNumber, z.number().int().min(0)],
  ['a score', rated.entries.score, z.number().int().min(1).max(5)],
  ['a word', sentiment.entries.label, z.enum(['negative', 'neutral', 'positive'])],
];

const telling = [
  ...['', ' ', ' ab ', '😀', 'ABC', '4521', 'neutral', 'Neutral', '0', 'null', 'a b'],
  ...['x'.repeat(600), 'x'.repeat(601), ` ${'😀'.repeat(600)} `, '😀'.repeat(600)],
  ...['1', '4', '7', '8', '9', '0', 'a'].map(
    (version) => `0193d5d2-8a4e-${version}a3e-9c39-0d3c4f6f1a10`,
  ),
  ...['7', '8', 'b', 'B', 'c'].map((variant) => `0193d5d2-8a4e-7a3e-${variant}c39-0d3c4f6f1a10`),
  ...[randomUUID().toUpperCase(), `${randomUUID()} `, `{${randomUUID()}}`],
  ...['', ':00', ':00.0', ':00.123456789', ':60', ':00,5'].map(
    (seconds) => `2026-11-23T09:00${seconds}Z`,
  ),
  ...['', 'Z', 'z', '+02:00', '-23:59', '+24:00', '+02', '+0200', ' +02:00'].map(
    (offset) => `2026-11-23T09:00:00${offset}`,
  ),
  ...[
    '2026-11-23',
    '2026-11-23 09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-11-23T24:00:00Z',
    'yesterday',
  ],
  ...[0, 1, 0.5, -1, 5, 6, 1e300, 2 ** 53 - 1, 2 ** 53, Number.NaN, -0],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1n],
  ...[true, false, null, undefined, {}, [], ['neutral'], { length: 2 }],
];

test.each(pairs)('%s is read as zod reads it', (_name, schema, zodSchema) => {
  const agrees = (value: unknown) => {
    const { success, data } = zodSchema.safeParse(value);
    const read = v.safeParse(schema, value);
    expect(read.success, fc.stringify(value)).toBe(success);
    if (success) expect(read.output).toBe(data);
  };
  telling.forEach(agrees);
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.string(), fc.double(), fc.uuid()), agrees));
});

test('a UUID of nothing but zeros names nothing', () => {
  expect(v.is(uuid, '00000000-0000-0000-0000-000000000000')).toBe(false);
});
