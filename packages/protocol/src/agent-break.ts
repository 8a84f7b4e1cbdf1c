import * as z from 'zod';
import { breakKinds } from './closed-lists.ts';
import { singleLine } from './text.ts';

/** A note on a break has at most so many characters. */
export const MAX_BREAK_NOTE_LENGTH = 60;

/** Why an agent takes a break: one of the list and, where that says too little, a few words. */
export const breakReasonSchema = z.object({
  kind: z.enum(breakKinds),
  note: singleLine('the reason', MAX_BREAK_NOTE_LENGTH).optional(),
});
/** Why an agent takes a break. */
export type BreakReason = z.infer<typeof breakReasonSchema>;

/** Why an agent is on a break. `no-answer`: the system sent it there, as it did not take its offer. */
export const shownBreakReasonSchema = z.object({
  kind: z.enum([...breakKinds, 'no-answer']),
  /** Empty without one. */
  note: z.string(),
});
/** Why an agent is on a break, or will be. */
export type ShownBreakReason = z.infer<typeof shownBreakReasonSchema>;
