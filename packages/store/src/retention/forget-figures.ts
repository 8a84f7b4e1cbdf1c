import { z } from 'zod';
import type { Database } from '../database/connect.ts';
import { lockRetention } from './erase-calls.ts';

/** Which figures are old enough, and how many go in one transaction. */
export interface ForgetFiguresOptions {
  /** Over for so many days, whole ones. */
  afterDays: number;
  /** Calls at most, and as many intervals of agents. */
  limit: number;
}

const goneSchema = z.object({ callsGone: z.number(), intervalsGone: z.number() });

/**
 * Deletes a batch of what is left of erased calls, and of what agents did then; one process at a time. A call
 * that is not erased stays, however old. Gives how much went; undefined: another process does it.
 */
export async function forgetFigures(
  db: Database,
  { afterDays, limit }: ForgetFiguresOptions,
): Promise<number | undefined> {
  return db.begin(async (tx) => {
    if (!(await lockRetention(tx))) return undefined;
    const [row] = await tx`select * from forget_figures(${afterDays}::integer, ${limit}::integer)`;
    const { callsGone, intervalsGone } = goneSchema.parse(row);
    return callsGone + intervalsGone;
  });
}
