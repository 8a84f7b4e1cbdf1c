import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const rowSchema = z.object({ state: z.enum(['adding', 'ready', 'removing']), untilAt: z.date() });

/**
 * Up to when figures are judged. With sample data that is its end: what comes after it has nothing to be
 * compared with. Null while sample data comes or goes.
 */
export async function judgedUntil(db: Queryable, now: Date): Promise<Date | null> {
  const [row] = await db`select state, until_at from sample_data`;
  if (!row) return now;
  const { state, untilAt } = rowSchema.parse(row);
  if (state !== 'ready') return null;
  return untilAt < now ? untilAt : now;
}
