import * as v from 'valibot';

/** A UUID of RFC 9562, as zod takes it; valibot's own takes any version and variant. */
export const uuid = v.pipe(
  v.string(),
  v.regex(/^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i),
);

/**
 * A time of ISO 8601 with its offset, as zod takes it; valibot's own takes a space for the T and half an
 * offset, too, which not every browser reads.
 */
export const isoTime = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-(0[1-9]|1[0-2])-([12]\d|0[1-9]|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
  ),
);

/** 0, 1, 2 and so on, as far as numbers are exact. */
export const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
