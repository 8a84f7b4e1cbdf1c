import * as z from 'zod';
import { singleLine } from '../text.ts';

/** A reason has at most so many characters. */
export const MAX_HELP_REASON_LENGTH = 200;

/** `POST /api/calls/{id}/help`: the agent asks for help. `helpId` makes a retry harmless. */
export const helpRequestSchema = z.strictObject({
  helpId: z.uuid(),
  /** Missing: none. */
  reason: singleLine('the reason', MAX_HELP_REASON_LENGTH).optional(),
});
/** An agent's request for help. */
export type HelpRequest = z.infer<typeof helpRequestSchema>;

/** Only supervisors who look after the queue see a request for so long; then all of them. */
export const HELP_TO_ALL_AFTER_MS = 30_000;
/** After so long admins see it, too. */
export const HELP_TO_ADMINS_AFTER_MS = 60_000;
