import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const unfinishedSchema = z.object({
  callId: callIdSchema,
  wrappedKey: z.instanceof(Uint8Array),
  /** From the first answer to the end of the talk, waits for another agent included. */
  talkMs: z.number().int(),
});
/** A recording whose call is over and whose sound is not stored yet. */
export type UnfinishedRecording = z.infer<typeof unfinishedSchema>;

/** Which recordings are taken, by whom and for how long. */
export interface ClaimUnfinishedOptions {
  /** Of these calls only. */
  callIds: readonly CallId[];
  /** Those among them whose recorder is known to have ended; the others wait for `endedForMs`. */
  closed: readonly CallId[];
  /** How long a call has been over before its recorder counts as gone. */
  endedForMs: number;
  /** How long they are this assembler's. */
  leaseMs: number;
  /** Most to take. */
  limit: number;
}

/** Takes recordings to be assembled, the oldest first. Each goes to one assembler. */
export async function claimUnfinishedRecordings(
  db: Queryable,
  assembler: string,
  { callIds, closed, endedForMs, leaseMs, limit }: ClaimUnfinishedOptions,
): Promise<UnfinishedRecording[]> {
  if (callIds.length === 0) return [];
  const rows = await db`
    with due as materialized (
      select r.call_id, ${talkMs(db)} as talk_ms from recordings r join calls c on c.id = r.call_id
      where r.status = 'recording' and r.call_id = any(${[...callIds]}::uuid[])
        and ${isFree(db, assembler)} and c.ended_at is not null
        and (r.call_id = any(${[...closed]}::uuid[])
          or c.ended_at <= clock_timestamp() - ${endedForMs}::double precision * interval '1 ms')
      order by r.begun_at limit ${limit} for update of r skip locked
    )
    update recordings set assembler = ${assembler},
      assembler_lease_until = clock_timestamp() + ${leaseMs}::double precision * interval '1 ms'
    from due where recordings.call_id = due.call_id
    returning recordings.call_id, recordings.wrapped_key, due.talk_ms`;
  return z.array(unfinishedSchema).parse(rows);
}

const forgottenSchema = unfinishedSchema.omit({ wrappedKey: true });
/** A recording of which nobody has anything any more. */
export type ForgottenRecording = z.infer<typeof forgottenSchema>;

/** Finds recordings whose call has been over for so long and that nobody assembles, the oldest first. */
export async function forgottenRecordings(
  db: Queryable,
  { endedForMs, limit }: Pick<ClaimUnfinishedOptions, 'endedForMs' | 'limit'>,
): Promise<ForgottenRecording[]> {
  const rows = await db`
    select r.call_id, ${talkMs(db)} as talk_ms from recordings r join calls c on c.id = r.call_id
    where r.status = 'recording' and ${isFree(db, '')}
      and c.ended_at <= clock_timestamp() - ${endedForMs}::double precision * interval '1 ms'
    order by r.begun_at limit ${limit}`;
  return z.array(forgottenSchema).parse(rows);
}

/** Those of these calls of which parts are still needed: their recording is not over. */
export async function callsStillRecording(
  db: Queryable,
  callIds: readonly CallId[],
): Promise<CallId[]> {
  const rows = await db`
    select call_id from recordings
    where status = 'recording' and call_id = any(${[...callIds]}::uuid[])`;
  return z
    .array(z.object({ callId: callIdSchema }))
    .parse(rows)
    .map(({ callId }) => callId);
}

function talkMs(db: Queryable) {
  return db`greatest(0, round(1000 * extract(epoch from
    coalesce(c.talk_ended_at, c.ended_at) - coalesce(c.answered_at, c.ended_at))))::bigint`;
}

function isFree(db: Queryable, assembler: string) {
  return db`(r.assembler is null or r.assembler = ${assembler}
    or r.assembler_lease_until < clock_timestamp())`;
}
