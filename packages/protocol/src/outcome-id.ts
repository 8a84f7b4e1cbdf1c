import * as v from 'valibot';

/** Names an outcome within its queue, as `outcomeIdSchema` of zod takes it. */
export const outcomeId = v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
