import * as z from 'zod';
import { type actors, sides, speakers } from './closed-lists.ts';

/** Parses a side of a call. */
export const sideSchema = z.enum(sides);
/** One of the two sides of a call. */
export type Side = (typeof sides)[number];

/** Parses who spoke. */
export const speakerSchema = z.enum(speakers);
/** Who can be heard in a call: one of its sides, or a supervisor who has joined them. */
export type Speaker = (typeof speakers)[number];

/** Roles of people with an account. A customer has none. */
export const roleSchema = z.enum(['agent', 'supervisor', 'admin']);
/** What a person with an account may do: take calls, watch over them, or run the place. */
export type Role = z.infer<typeof roleSchema>;

/** Who caused a call event. */
export type Actor = (typeof actors)[number];

/** Who a call event may be shown to: everybody on the call, or only people with an account. */
export type Audience = 'public' | 'staff';
