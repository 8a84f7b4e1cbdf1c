import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const expelledSchema = z.object({ callId: callIdSchema, identity: z.uuid() });
/** An identity that must not be in the room of a call any more. */
export type ExpelledIdentity = z.infer<typeof expelledSchema> & { callId: CallId };

/** Identities to be kept out of the rooms of calls that go on. */
export async function expelledIdentities(db: Queryable): Promise<ExpelledIdentity[]> {
  const rows = await db`
    select e.call_id, e.identity from expelled_identities e
    join calls c on c.id = e.call_id and c.status in ('queued', 'offered', 'active')
    order by e.expelled_at limit 1000`;
  return z.array(expelledSchema).parse(rows);
}

/** Forgets the identities of calls that are over: nothing lets them in any more. */
export async function pruneExpelledIdentities(db: Queryable): Promise<void> {
  await db`
    delete from expelled_identities e using calls c
    where c.id = e.call_id and c.ended_at < now() - interval '15 minutes'`;
}
