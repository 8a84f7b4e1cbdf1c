import * as z from 'zod';
import { queueIdSchema } from '../admin/queue.ts';
import { userIdSchema } from '../id-schema.ts';
import { metricIds } from './metric-ids.ts';

const isoTime = z.iso.datetime({ offset: true });

/** Names one time that one figure was out of line. */
export const figureAlertIdSchema = z.uuid();

const queueSchema = z.object({ id: queueIdSchema, name: z.string() });

/** A figure that was or is out of line. */
export const figureAlertSchema = z.object({
  id: figureAlertIdSchema,
  metric: z.enum(metricIds),
  /** Null: of all calls together. */
  queue: queueSchema.nullable(),
  /** All of it in one line: value, number, hours, what is usual, and how far back that goes. */
  text: z.string(),
  side: z.enum(['above', 'below']),
  /** In the unit of the figure; of `csat` the mean rating, 1 to 5. */
  value: z.number(),
  n: z.number().int().min(0),
  usual: z.object({ low: z.number(), high: z.number(), weeks: z.number().int().min(0) }),
  /** When the calls were queued; the end is not in it. */
  from: isoTime,
  to: isoTime,
  /** Since when it is out of line. */
  since: isoTime,
  /** Who sees to it. */
  owner: z.object({ userId: userIdSchema, name: z.string() }).nullable(),
  /**
   * Null: it goes on. `over`: it was back to usual for half an hour; `new-normal` and `left-out`: somebody said
   * so, who is named; `not-watched`: its queue is no more.
   */
  closed: z
    .object({
      at: isoTime,
      how: z.enum(['over', 'new-normal', 'left-out', 'not-watched']),
      by: z.string().nullable(),
    })
    .nullable(),
  /** Where its calls are listed. */
  href: z.string(),
});
/** A figure that was or is out of line. */
export type FigureAlert = z.infer<typeof figureAlertSchema>;

/** `GET /api/metrics/alerts`. */
export const figureAlertsSchema = z.object({
  /** The reporting zone, whose hours are compared. */
  zone: z.string(),
  /** Those that go on, the newest first. */
  open: z.array(figureAlertSchema),
  /** Those of the last week that do not. */
  closed: z.array(figureAlertSchema),
  /** Figures without alerts yet: so many weeks of `of` are on record. */
  learning: z.array(
    z.object({
      metric: z.enum(metricIds),
      queue: queueSchema.nullable(),
      weeks: z.number().int().min(0),
      of: z.number().int().min(1),
    }),
  ),
});
/** What is out of line now, and was lately. */
export type FigureAlerts = z.infer<typeof figureAlertsSchema>;

/**
 * `POST /api/metrics/alerts/{id}` → 204, the same again is harmless. `take`: 409 says who was faster.
 * `new-normal`: what is older is not compared with any more, so that four weeks are learned anew. `leave-out`:
 * the odd hours are compared with never. Both close it, and `undo` takes them back.
 */
export const figureAlertActSchema = z.strictObject({
  act: z.enum(['take', 'give-back', 'new-normal', 'leave-out', 'undo']),
});
/** What somebody does about an alert. */
export type FigureAlertAct = z.infer<typeof figureAlertActSchema>;
