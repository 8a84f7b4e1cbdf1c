import type { CallId } from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable } from '../database/connect.ts';

const openSchema = z.object({ wrappedKey: z.instanceof(Uint8Array) });

/**
 * Begins the recording of a call, or goes on with it: gives back the key under which it is to be
 * recorded, which is that of the bot before when there was one. Undefined where nothing may be
 * recorded: nobody agreed, or the recording is over already.
 */
export async function openRecording(
  db: Queryable,
  callId: CallId,
  wrappedKey: Uint8Array,
): Promise<Uint8Array | undefined> {
  return inTransaction(db, async (tx) => {
    await tx`
      insert into recordings (call_id, status, wrapped_key)
      select id, 'recording', ${Buffer.from(wrappedKey)} from calls where id = ${callId} and recorded
      on conflict (call_id) do nothing`;
    const [row] = await tx`
      select wrapped_key from recordings where call_id = ${callId} and status = 'recording'`;
    return row && openSchema.parse(row).wrappedKey;
  });
}
