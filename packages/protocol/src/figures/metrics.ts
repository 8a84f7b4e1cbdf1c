import * as z from 'zod';
import { outcomeIdSchema, queueIdSchema } from '../admin/queue.ts';
import { userIdSchema } from '../id-schema.ts';
import {
  figurePeriods,
  figureSplits,
  metricIds,
  metricUnits,
  noValueReasons,
} from './metric-ids.ts';

const isoTime = z.iso.datetime({ offset: true });
const amount = z.number().min(0);
const wholeNumber = z.number().int().min(0);

/** Longer ranges are refused: figures are kept per day. */
export const MOST_DAYS_OF_FIGURES = 731;

/** Which calls and whose time figures are about. All must hold. */
export const figureFilterSchema = z.object({
  queue: queueIdSchema.optional(),
  agent: userIdSchema.optional(),
  /** As its agent has filed it, in any queue; `abandoned`: nobody answered. */
  outcome: outcomeIdSchema.optional(),
});
/** Which calls and whose time figures are about. */
export type FigureFilter = z.infer<typeof figureFilterSchema>;

/** Days of the reporting zone; `to` is included. Default: today. */
export const figureRangeSchema = z
  .object({
    period: z.enum(figurePeriods).optional(),
    from: z.iso.date('Give the first day as 2026-11-30.').optional(),
    to: z.iso.date('Give the last day as 2026-11-30.').optional(),
  })
  .superRefine(({ period, from, to }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (period && period !== 'own' && (from || to)) {
      fault('period', 'Give a period by name or from and to, not both.');
    }
    if (period === 'own' && !(from && to)) fault('from', 'Give from and to.');
    if (!from !== !to) fault(from ? 'to' : 'from', 'Give from and to.');
    if (!from || !to) return;
    if (from > to) return fault('to', 'The last day is before the first.');
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    if (days > MOST_DAYS_OF_FIGURES) {
      fault('to', `Ask for at most ${MOST_DAYS_OF_FIGURES} days at once.`);
    }
  });
/** Days of the reporting zone, by name or from and to. */
export type FigureRange = z.infer<typeof figureRangeSchema>;

const splitFilterSchema = figureFilterSchema.extend({ by: z.enum(figureSplits).optional() });

/** Query of `GET /api/reports/figures.csv`. */
export const figuresFileQuerySchema = figureRangeSchema.and(splitFilterSchema);
/** What figures somebody wants as a file. */
export type FiguresFileQuery = z.infer<typeof figuresFileQuerySchema>;

/** Query of `GET /api/metrics`. */
export const metricsQuerySchema = figureRangeSchema.and(
  splitFilterSchema.extend({
    /** Only these, with commas between them; default: all. */
    figures: z
      .string()
      .transform((names) => names.split(','))
      .pipe(z.array(z.enum(metricIds)).max(metricIds.length))
      .optional(),
  }),
);
/** What figures somebody asks for. */
export type MetricsQuery = z.infer<typeof metricsQuerySchema>;

/** A figure of some calls, or of some time. */
export const metricValueSchema = z.object({
  id: z.enum(metricIds),
  unit: z.enum(metricUnits),
  /** In its unit; null: there is none, and `why` says why. */
  value: z.number().nullable(),
  why: z.enum(noValueReasons).nullable(),
  /** How many it is of: calls, ratings, offers, suggestions; of agents' time milliseconds. */
  n: amount,
  /** What was divided: `value` is `dividend ÷ divisor`. A plain count has itself ÷ 1. */
  dividend: z.number(),
  divisor: amount,
});
/** A figure of some calls, or of some time. */
export type MetricValue = z.infer<typeof metricValueSchema>;

/** A figure with what it was before, and where its calls are. */
export const metricSchema = metricValueSchema.extend({
  /** The same of the period before; null where the log does not reach back so far. */
  previous: metricValueSchema.omit({ id: true, unit: true }).nullable(),
  /** The calls behind it; null for agents' time. */
  calls: z.object({ count: wholeNumber, href: z.string() }).nullable(),
});
/** A figure with what it was before, and where its calls are. */
export type MetricFigure = z.infer<typeof metricSchema>;

/** The figures of one hour, day, week, agent, queue, or hour of a weekday. */
export const metricGroupSchema = z.object({
  /**
   * `2026-11-30T14:00:00+01:00` of an hour, `2026-11-30` of a day or the first day of a week, the id of an agent
   * or queue, `3-14` of a weekday (1 is Monday) and hour.
   */
  key: z.string(),
  /** As it is called on screen; of an agent or queue its name. */
  label: z.string(),
  metrics: z.array(metricValueSchema),
});
/** The figures of one part. */
export type MetricGroup = z.infer<typeof metricGroupSchema>;

const periodSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  startsAt: isoTime,
  /** The first moment that is not in it. */
  endsAt: isoTime,
});

/** `GET /api/metrics`. */
export const metricsSchema = z.object({
  /** The reporting zone, whose days these are. */
  zone: z.string(),
  period: periodSchema,
  /** What `previous` is of: as many days before, of 7 and more the same weekdays; of today the same hours a week ago. */
  previousPeriod: periodSchema.extend({ isCutShort: z.boolean() }),
  /** When it was worked out. */
  at: isoTime,
  /** Calls that wait for their first answer, of this period. */
  stillOpen: wholeNumber,
  /** Since when calls are on record; null: there is none. */
  since: z.iso.date().nullable(),
  metrics: z.array(metricSchema),
  /** By what `by` asked for, in its order; empty without it. */
  groups: z.array(metricGroupSchema),
});
/** Figures of a period. */
export type Metrics = z.infer<typeof metricsSchema>;
