import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** Those of these calls that have been over for so long. */
export async function endedCalls(
  db: Queryable,
  callIds: readonly CallId[],
  { endedForMs }: { endedForMs: number },
): Promise<CallId[]> {
  if (callIds.length === 0) return [];
  const rows = await db`
    select id from calls where id = any(${[...callIds]}::uuid[])
      and ended_at <= now() - ${endedForMs}::double precision * interval '1 ms'`;
  return z
    .array(z.object({ id: callIdSchema }))
    .parse(rows)
    .map(({ id }) => id);
}
