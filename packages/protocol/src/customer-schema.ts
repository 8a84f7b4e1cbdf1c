import * as z from 'zod';
import {
  customerHit,
  customerOrder,
  customerRecord,
  customerSummary,
  customerTicket,
  pastCall,
} from './customer.ts';
import { customerId, orderNumber } from './directory-ids.ts';
import { singleLine, typedText } from './text.ts';
import { zodSchemaOf } from './zod-schema-of.ts';

/** Parses a customer's id: up to 64 printable ASCII characters, else opaque. */
export const customerIdSchema = zodSchemaOf(customerId);

/** Parses an order's number: 3 to 20 capital letters, digits and hyphens. */
export const orderNumberSchema = zodSchemaOf(orderNumber);

/** A customer in a list. */
export const customerSummarySchema = zodSchemaOf(customerSummary);

/** Something bought, or one payment of a subscription. */
export const customerOrderSchema = zodSchemaOf(customerOrder);

/** A request of a customer, open until it is settled. */
export const customerTicketSchema = zodSchemaOf(customerTicket);

/** A call before this one. */
export const pastCallSchema = zodSchemaOf(pastCall);

/** `GET /api/customers/{id}`: all that the agent's card shows. */
export const customerRecordSchema = zodSchemaOf(customerRecord);

/** What of a customer a search matched. */
export const customerHitSchema = zodSchemaOf(customerHit);

/** `GET /api/customers/search?query=&page=`, best match first. `page` counts from 1. A `total` of
 * `MAX_CUSTOMER_HITS` means that many at least. */
export const customerSearchPageSchema = z.object({
  hits: z.array(customerHitSchema),
  total: z.number().int().min(0),
  page: z.number().int().positive(),
  pageSize: z.number().int().positive(),
});
/** A page of what was found, and how much there is in all. */
export type CustomerSearchPage = z.infer<typeof customerSearchPageSchema>;

/** Query of the search; 2–100 characters. */
export const customerSearchQuerySchema = z.object({
  query: singleLine('something to search for', 100).min(2, 'Enter at least 2 characters.'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
/** What to search for and which page of it, counted from 1. */
export type CustomerSearchQuery = z.infer<typeof customerSearchQuerySchema>;

const emailTooLong = 'Use at most 120 characters for the e-mail address.';
const phoneTooLong = 'Use at most 40 characters for the phone.';

/** `POST /api/customers`: a customer without record. At least one way to reach them. */
export const newCustomerSchema = z
  .object({
    name: singleLine('the name', 80),
    email: typedText(120, emailTooLong)
      .trim()
      .max(120, emailTooLong)
      .pipe(z.union([z.literal(''), z.email('This is not an e-mail address.')]))
      .default(''),
    phone: typedText(40, phoneTooLong).trim().max(40, phoneTooLong).default(''),
  })
  .refine(({ email, phone }) => email !== '' || phone !== '', {
    path: ['email'],
    message: 'Enter an e-mail address or a phone number.',
  });
/** A customer as typed by the agent; a way to reach them that is not known is empty. */
export type NewCustomer = z.infer<typeof newCustomerSchema>;

/** `PUT /api/calls/{id}/customer`: the agent says whose record belongs to the call; null: nobody's. */
export const linkCustomerRequestSchema = z.object({ customerId: customerIdSchema.nullable() });
/** Whose record the agent says it is; null: nobody's. */
export type LinkCustomerRequest = z.infer<typeof linkCustomerRequestSchema>;

/**
 * Events of `GET /api/calls/{id}/customer` (SSE): whose record belongs to the call. `record` null and
 * no candidates: nobody of that name or contact is known. Null in place of it all: the directory
 * cannot be read now, and is asked again.
 */
export const callCustomerSchema = z.object({
  /**
   * `match`: found by what the customer entered; `agent`: chosen by hand, without a record: nobody's.
   * Null while nobody has said whose it is.
   */
  linkedBy: z.enum(['match', 'agent']).nullable(),
  record: customerRecordSchema.nullable(),
  /** At most 5, likeliest first; empty when a record is linked. */
  candidates: z.array(customerSummarySchema),
});
/** Who the customer of a call is taken for, and who else it might be. */
export type CallCustomer = z.infer<typeof callCustomerSchema>;
