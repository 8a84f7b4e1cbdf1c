import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { MisfitError, type Shape } from './shape.ts';
import {
  flag,
  isoTime,
  matching,
  number,
  oneOf,
  orNull,
  text,
  textOf,
  trimmedText,
  uuid,
  wholeNumber,
} from './value-shape.ts';

/** What zod makes of the same: shapes are to agree with it. */
const pairs: [string, Shape<unknown>, z.ZodType][] = [
  ['a boolean', flag, z.boolean()],
  ['text', text, z.string()],
  ['some text', textOf(1), z.string().min(1)],
  ['short text', textOf(2, 4), z.string().min(2).max(4)],
  ['trimmed text', trimmedText(1, 4), z.string().trim().min(1).max(4)],
  ['a pattern', matching(/^[A-Z]+$/, 'capitals'), z.string().regex(/^[A-Z]+$/)],
  ['a UUID', uuid, z.uuid()],
  ['a time', isoTime, z.iso.datetime({ offset: true })],
  ['a number', number(), z.number()],
  ['a share', number(0, 1), z.number().min(0).max(1)],
  ['a count', wholeNumber(0), z.number().int().min(0)],
  ['a score', wholeNumber(1, 5), z.number().int().min(1).max(5)],
  ['a word', oneOf(['live', 'off']), z.enum(['live', 'off'])],
  ['a word or null', orNull(oneOf(['live', 'off'])), z.enum(['live', 'off']).nullable()],
];

const telling = [
  ...['', ' ', ' ab ', 'abcde', '😀😀😀😀', '😀', 'ABC', 'live', 'Live', '0', 'null', randomUUID()],
  ...['2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00+02:00', '2026-11-23T09:00Z', '2026-11-23'],
  ...[
    '2026-11-23T09:00:00',
    '2026-13-01T09:00:00Z',
    'yesterday',
    randomUUID().toUpperCase(),
    `${randomUUID()} `,
  ],
  ...[0, 1, 0.5, -1, 5, 6, 1e300, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, -0],
  ...[true, false, null, undefined, {}, [], ['live'], { length: 2 }],
];

function read(shape: Shape<unknown>, value: unknown) {
  try {
    return { success: true, data: shape(value) };
  } catch (error) {
    expect(error).toBeInstanceOf(MisfitError);
    return { success: false };
  }
}

test.each(pairs)('%s is read as zod reads it', (_name, shape, schema) => {
  const agrees = (value: unknown) => {
    const { success, data } = schema.safeParse(value);
    expect(read(shape, value), JSON.stringify(value)).toEqual(
      success ? { success, data } : { success },
    );
  };
  telling.forEach(agrees);
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.string(), fc.double(), fc.uuid()), agrees));
});
