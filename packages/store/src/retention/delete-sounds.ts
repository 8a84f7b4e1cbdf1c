import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Database, Queryable } from '../database/connect.ts';
import { appendToCalls } from '../log/append-to-calls.ts';
import { lockRetention } from './erase-calls.ts';

/** Which sounds are old enough, and how many are deleted in one transaction. */
export interface DeleteDueSoundsOptions {
  /** Their calls have been over for so many days. */
  afterDays: number;
  limit: number;
}

/**
 * Deletes the keys of a batch of sounds whose time has come, the oldest first, and says so in their logs; one
 * process at a time. Undefined: another does it. What lies in the store is noise from then on, and
 * is for {@link soundsToRemove}.
 */
export async function deleteDueSounds(
  db: Database,
  { afterDays, limit }: DeleteDueSoundsOptions,
): Promise<CallId[] | undefined> {
  return db.begin(async (tx) => {
    if (!(await lockRetention(tx))) return undefined;
    // The calls' rows before those of the recordings, as everybody locks them.
    const rows = await tx`
      with due as materialized (
        select c.id from calls c join recordings r on r.call_id = c.id
        where r.status = 'ready'
          and c.ended_at < now() - ${afterDays}::double precision * interval '1 day'
          and not c.legal_hold and c.erased_at is null
        order by c.ended_at, c.id limit ${limit} for update of c
      )
      update recordings set status = 'deleted', wrapped_key = null, deleted_at = clock_timestamp(),
        deletion_rule = 'retention'
      from due where call_id = due.id and status = 'ready'
      returning call_id`;
    const callIds = idsOf(rows);
    const data = { rule: 'retention' } as const;
    await appendToCalls(tx, callIds, { actor: 'system', type: 'recording.deleted', data });
    return callIds;
  });
}

const toRemoveSchema = z.object({
  callId: callIdSchema,
  soundName: z.string().nullable(),
  waveformName: z.string().nullable(),
});
/** A deleted sound of which something lies in the store still, by its names there: objects or folders. */
export type SoundToRemove = z.infer<typeof toRemoveSchema>;

/** Deleted sounds that have not been taken out of the store yet, the oldest first. */
export async function soundsToRemove(
  db: Queryable,
  { limit }: { limit: number },
): Promise<SoundToRemove[]> {
  const rows = await db`
    select call_id, sound_name, waveform_name from recordings
    where status = 'deleted' and (sound_name is not null or waveform_name is not null)
    order by deleted_at limit ${limit}`;
  return z.array(toRemoveSchema).parse(rows);
}

/** Notes that nothing of these deleted sounds lies in the store any more. */
export async function noteSoundsRemoved(db: Queryable, callIds: readonly CallId[]): Promise<void> {
  await db`
    update recordings set sound_name = null, waveform_name = null
    where call_id = any(${[...callIds]}::uuid[]) and status = 'deleted'`;
}

function idsOf(rows: readonly unknown[]): CallId[] {
  return z
    .array(z.object({ callId: callIdSchema }))
    .parse(rows)
    .map(({ callId }) => callId);
}
