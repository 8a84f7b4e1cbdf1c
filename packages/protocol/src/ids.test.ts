import * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import { customerIdSchema } from './customer-schema.ts';
import { type CustomerId, customerId } from './directory-ids.ts';
import {
  callIdSchema,
  eventIdSchema,
  segmentIdSchema,
  suggestionIdSchema,
  userIdSchema,
} from './id-schema.ts';
import {
  type CallId,
  callId,
  type EventId,
  eventId,
  type SegmentId,
  type SuggestionId,
  segmentId,
  suggestionId,
  type UserId,
  userId,
} from './ids.ts';
import type { PlainIds } from './plain-ids.ts';

const uuid = '0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a10';

test.each([
  ['a call', callId, callIdSchema],
  ['an event', eventId, eventIdSchema],
  ['a segment', segmentId, segmentIdSchema],
  ['a suggestion', suggestionId, suggestionIdSchema],
  ['a user', userId, userIdSchema],
  ['a customer', customerId, customerIdSchema],
])('both libraries read the id of %s alike', (_thing, ofValibot, ofZod) => {
  expect(ofZod.parse(uuid)).toBe(v.parse(ofValibot, uuid));
  expect(ofZod.safeParse('two words').success).toBe(v.is(ofValibot, 'two words'));
});

test('both libraries give an id the same type', () => {
  expectTypeOf(callIdSchema.parse(uuid)).toEqualTypeOf<CallId>();
  expectTypeOf(eventIdSchema.parse(uuid)).toEqualTypeOf<EventId>();
  expectTypeOf(segmentIdSchema.parse(uuid)).toEqualTypeOf<SegmentId>();
  expectTypeOf(suggestionIdSchema.parse(uuid)).toEqualTypeOf<SuggestionId>();
  expectTypeOf(userIdSchema.parse(uuid)).toEqualTypeOf<UserId>();
  expectTypeOf(customerIdSchema.parse(uuid)).toEqualTypeOf<CustomerId>();
});

test('no id stands for another, and no text for an id', () => {
  expectTypeOf<UserId | EventId | SegmentId | SuggestionId | CustomerId>().not.toExtend<CallId>();
  expectTypeOf<Extract<UserId | EventId | SegmentId | CustomerId, CallId>>().toBeNever();
  expectTypeOf<Extract<CallId | SegmentId | SuggestionId | CustomerId, EventId>>().toBeNever();
  expectTypeOf<Extract<CallId | EventId | SuggestionId | CustomerId, SegmentId>>().toBeNever();
  expectTypeOf<Extract<CallId | EventId | SegmentId | CustomerId, SuggestionId>>().toBeNever();
  expectTypeOf<Extract<CallId | EventId | SegmentId | CustomerId, UserId>>().toBeNever();
  expectTypeOf<Extract<CallId | EventId | SegmentId | UserId, CustomerId>>().toBeNever();
  expectTypeOf<string>().not.toExtend<CallId>();
  expectTypeOf<CallId>().toExtend<string>();
});

test('plain ids are texts at any depth, and all else stays as it is', () => {
  interface Talk {
    callId: CallId;
    readonly said: readonly { id: SegmentId; atMs: number; by?: UserId | null }[];
  }
  expectTypeOf<PlainIds<Talk>>().toEqualTypeOf<{
    callId: string;
    readonly said: readonly { id: string; atMs: number; by?: string | null }[];
  }>();
});
