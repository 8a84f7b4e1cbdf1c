import type { CallStretch } from '@agent/calls/anomalies';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { ALL_CALLS } from './watched-subjects.ts';

const rowSchema = z.object({ queueId: z.string(), startsAt: z.date(), endsAt: z.date() });

/** Hours that were no usual ones. */
export interface FigureExceptions {
  /** Whether a stretch has such hours in it, in this queue or in all. */
  isLeftOut(queueId: string, stretch: CallStretch): boolean;
}

/** Reads which hours are left out; those that are too long ago for any comparison are gone. */
export async function readExceptions(db: Queryable): Promise<FigureExceptions> {
  const rows = await db`select queue_id, starts_at, ends_at from figure_exceptions`;
  const exceptions = z.array(rowSchema).parse(rows);
  return {
    isLeftOut: (queueId, { startsAtMs, endsAtMs }) =>
      exceptions.some(
        (one) =>
          (one.queueId === ALL_CALLS || one.queueId === queueId) &&
          one.startsAt.getTime() < endsAtMs &&
          startsAtMs < one.endsAt.getTime(),
      ),
  };
}
