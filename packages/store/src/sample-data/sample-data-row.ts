import type { SampleData } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** What a made-up past is made from, besides the queues and cards that there are. */
export const sampleOptionsSchema = z.object({
  seed: z.number(),
  fromMs: z.number(),
  untilMs: z.number(),
  zone: z.string(),
  callsPerDay: z.number(),
  lineEveryMs: z.number(),
  busyShare: z.number(),
  incidents: z.array(
    z.object({
      kind: z.enum(['surge', 'slow', 'impatient']),
      fromMs: z.number(),
      untilMs: z.number(),
    }),
  ),
});
/** What a made-up past is made from. */
export type SampleOptions = z.infer<typeof sampleOptionsSchema>;

const rowSchema = z.object({
  state: z.enum(['adding', 'ready', 'removing']),
  addedBy: z.enum(['web', 'script']),
  options: sampleOptionsSchema,
  fromAt: z.date(),
  untilAt: z.date(),
  callsWanted: z.number(),
  callsDone: z.number(),
});
/** The made-up past that there is, or that comes or goes. */
export type SampleDataRow = z.infer<typeof rowSchema>;

/** The made-up past; undefined where there is none. */
export async function findSampleData(db: Queryable): Promise<SampleDataRow | undefined> {
  const [row] = await db`select * from sample_data`;
  return row && rowSchema.parse(row);
}

/** The made-up past as people are told of it. */
export async function readSampleData(db: Queryable): Promise<SampleData> {
  const row = await findSampleData(db);
  if (!row) return { state: 'none', span: null, callsDone: 0, callsWanted: 0 };
  const { state, fromAt, untilAt, callsDone, callsWanted } = row;
  const span = { from: fromAt.toISOString(), until: untilAt.toISOString() };
  return { state, span, callsDone, callsWanted };
}

/** Whether anybody has really called, ever. */
export async function hasRealCalls(db: Queryable): Promise<boolean> {
  const [row] = await db<{ found: boolean }[]>`
    select exists (select from calls where not is_sample) as found`;
  return row?.found ?? false;
}
