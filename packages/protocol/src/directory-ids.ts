import * as v from 'valibot';
import { branded } from './branded.ts';

/** A customer's id: printable ASCII without spaces, else opaque, because a CRM may stand in for our tables. */
export const customerId = branded<'CustomerId'>(v.pipe(v.string(), v.regex(/^[!-~]{1,64}$/)));
/** Names a customer to the directory and to nobody else. */
export type CustomerId = v.InferOutput<typeof customerId>;

/** An order's number as people say it: digits, possibly with letters. */
export const orderNumber = v.pipe(v.string(), v.regex(/^[A-Z0-9-]{3,20}$/));
/** Upper case: as the directory stores it, however it was said. */
export type OrderNumber = v.InferOutput<typeof orderNumber>;
