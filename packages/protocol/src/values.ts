import * as v from 'valibot';

/** A UUID of RFC 9562, as zod takes it; `v.uuid` alone takes any version and variant. */
export const uuid = v.pipe(v.string(), v.uuid(), v.regex(/^.{14}[1-8].{4}[89ab]/i));

/**
 * A time of ISO 8601 with its offset, as zod takes it; `v.isoTimestamp` alone takes a space for the T
 * and half an offset, too, which not every browser reads. The pattern is held to its start: a search
 * for the T would read a long text once for each.
 */
export const isoTime = v.pipe(v.string(), v.isoTimestamp(), v.regex(/^.{10}T\S+(Z|:\d\d)$/));

/** 0, 1, 2 and so on, as far as numbers are exact. */
export const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
