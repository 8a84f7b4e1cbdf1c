import { type CallId, userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable, Transaction } from '../database/connect.ts';

const openHelpSchema = z.object({
  id: z.uuid(),
  askedAt: z.date(),
  /** Who sees to it; null: nobody yet. */
  takenBy: userIdSchema.nullable(),
  takenByName: z.string().nullable(),
});
/** A request for help that is not over. */
export type OpenHelp = z.infer<typeof openHelpSchema>;

/** The request for help that is open in a call; undefined without one. */
export async function findOpenHelp(db: Queryable, callId: CallId): Promise<OpenHelp | undefined> {
  const [row] = await db`
    select id, asked_at, taken_by, taken_by_name from help_requests
    where call_id = ${callId} and ended_at is null`;
  return row && openHelpSchema.parse(row);
}

/** The same; nobody else changes it, nor appends to the call, until the end of the transaction. */
export async function lockOpenHelp(tx: Transaction, callId: CallId): Promise<OpenHelp | undefined> {
  await tx`select 1 from calls where id = ${callId} for update`;
  return findOpenHelp(tx, callId);
}
