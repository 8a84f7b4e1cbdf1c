import * as z from 'zod';
import { singleLine } from './text.ts';

const count = z.number().int().min(0);
const reason = singleLine('the reason', 300);

/** `DELETE /api/sessions/{id}` and `POST /api/customers/{id}/erasure`. The reason is kept for good. */
export const erasureRequestSchema = z.object({ reason });
/** Why something is to be erased, without anything that is to be forgotten. */
export type ErasureRequestBody = z.infer<typeof erasureRequestSchema>;

/** `POST /api/customers/{id}/erasure`: what became of the calls of a customer. */
export const customerErasureSchema = z.object({
  erased: count,
  /** Kept by a legal hold. */
  onHold: count,
  /** Not wrapped up yet: ask again later. */
  goingOn: count,
});
/** How many calls of a customer were erased, and how many could not be. */
export type CustomerErasure = z.infer<typeof customerErasureSchema>;

/** `PUT /api/sessions/{id}/legal-hold`: whether nobody and no rule may delete anything of it, and why. */
export const legalHoldRequestSchema = z.object({ held: z.boolean(), reason });
/** A legal hold that is to begin or to end. */
export type LegalHoldRequest = z.infer<typeof legalHoldRequestSchema>;
