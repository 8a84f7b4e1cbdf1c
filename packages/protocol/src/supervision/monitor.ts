import * as z from 'zod';
import { roomAccessSchema } from '../http.ts';
import { multiLine } from '../text.ts';

/** Parses the id of a row in `call_monitors`: one listening, or one time in the conversation. */
export const monitorIdSchema = z.uuid();

/**
 * `POST /api/calls/{id}/monitor` and `POST /api/calls/{id}/join`: a way into the room, for this one time.
 * The token of a listener lasts 30 s at most, and lets it hear and nothing else.
 */
export const monitorAccessSchema = roomAccessSchema.extend({
  monitorId: monitorIdSchema,
  /** The customer's name in the room, so that each side can be told from the other. */
  customerIdentity: z.string(),
  /** Whether the agent is told that somebody listens. */
  agentTold: z.boolean(),
});
/** A supervisor's way into the room of a call. */
export type MonitorAccess = z.infer<typeof monitorAccessSchema>;

/** A message to the agent has at most so many characters. */
export const MAX_COACH_LENGTH = 1_000;
const tooLong = `Use at most ${MAX_COACH_LENGTH} characters.`;

/** `POST /api/calls/{id}/coach`: to the agent alone. `messageId` makes a retry harmless. */
export const coachRequestSchema = z.strictObject({
  messageId: z.uuid(),
  text: multiLine(MAX_COACH_LENGTH, tooLong)
    .trim()
    .min(1, 'Write a message first.')
    .max(MAX_COACH_LENGTH, tooLong),
});
/** What a supervisor writes to the agent. */
export type CoachRequest = z.infer<typeof coachRequestSchema>;
