import * as z from 'zod';
import { userIdSchema } from '../id-schema.ts';
import { isoTime } from '../values.ts';
import { zodSchemaOf } from '../zod-schema-of.ts';

/**
 * What stands out in a call, the most urgent first: the agent asked for help; the customer sounds upset;
 * no text although somebody speaks; it is on hold for long; text comes late; it lasts longer than nine of
 * ten calls of its queue.
 */
export const alertKinds = ['help', 'upset', 'no-text', 'hold', 'late', 'long'] as const;
/** What stands out in a call. */
export type AlertKind = (typeof alertKinds)[number];

/** The longest name of an incident. */
export const MAX_INCIDENT_LENGTH = 60;
/**
 * Names one incident within its call, the same in every process, as it is made of what began it:
 * `help:<helpId>`, `hold:<seq of call.held>`, `upset:<seq of the first score of the fall>`, `late:<seq>`,
 * `no-text:<seq>`, `long`.
 */
export const incidentSchema = z
  .string()
  .max(MAX_INCIDENT_LENGTH)
  .regex(/^[a-z-]+(:[0-9a-f-]+)?$/, 'There is no such alert.');

/** The same in an address, where browsers may write the colon as they like. */
export const incidentInPathSchema = z
  .string()
  .max(MAX_INCIDENT_LENGTH + 2)
  .transform((text) => text.replace(/%3a/i, ':'))
  .pipe(incidentSchema);

/** One incident, whoever looks. An alert that is over is gone. */
export const alertSchema = z.object({
  incident: incidentSchema,
  kind: z.enum(alertKinds),
  /** When it began. */
  since: zodSchemaOf(isoTime),
  /** What the agent gave as reason (`help`); empty: none. */
  reason: z.string(),
  /** How late text comes (`late`); how long nine of ten calls last at most (`long`); else null. */
  figureMs: z.number().int().min(0).nullable(),
  /** Who sees to it. */
  owner: z.object({ userId: userIdSchema, name: z.string() }).nullable(),
  /** Nobody is bothered with it until then. */
  snoozedUntil: zodSchemaOf(isoTime).nullable(),
  /** Somebody has seen to it, though it goes on. */
  isDone: z.boolean(),
});
/** One incident of a call, and who sees to it. */
export type WallAlert = z.infer<typeof alertSchema>;

/** For so many minutes an alert may be put off. */
export const snoozeMinutes = [2, 5, 15] as const;

/**
 * `POST /api/calls/{id}/alerts/{incident}` → 204, the same again is harmless. `take`: 409 says who was
 * faster. `release`: nobody sees to it any more. `done` of a request for help ends it.
 */
export const alertActSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('take') }),
  z.strictObject({ act: z.literal('release') }),
  z.strictObject({ act: z.literal('snooze'), minutes: z.literal(snoozeMinutes) }),
  z.strictObject({ act: z.literal('done') }),
]);
/** What a supervisor does about an alert. */
export type AlertAct = z.infer<typeof alertActSchema>;
