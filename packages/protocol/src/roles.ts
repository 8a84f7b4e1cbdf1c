import * as z from 'zod';

/** The two sides of a call: whoever can speak and be transcribed. */
export const speakerSchema = z.enum(['customer', 'agent']);
export type Speaker = z.infer<typeof speakerSchema>;

/** Roles of people with an account. A customer has none. */
export const roleSchema = z.enum(['agent', 'supervisor', 'admin']);
export type Role = z.infer<typeof roleSchema>;

/** Who caused a call event. */
export const actorSchema = z.enum(['customer', 'agent', 'bot', 'system']);
export type Actor = z.infer<typeof actorSchema>;

/** Who a call event may be shown to: everybody on the call, or only people with an account. */
export type Audience = 'public' | 'staff';
