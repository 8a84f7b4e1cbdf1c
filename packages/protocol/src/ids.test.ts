import * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import { callIdSchema } from './id-schema.ts';
import { type CallId, callId } from './ids.ts';

const uuid = '0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a10';

test('both libraries read the same id', () => {
  expect(callIdSchema.parse(uuid)).toBe(v.parse(callId, uuid));
  expectTypeOf(callIdSchema.parse(uuid)).toEqualTypeOf<CallId>();
  expect(callIdSchema.safeParse('the first call').success).toBe(false);
});

test('an id is a text, but a text is no id', () => {
  expectTypeOf<CallId>().toExtend<string>();
  expectTypeOf<string>().not.toExtend<CallId>();
});
