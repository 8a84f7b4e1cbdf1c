import {
  type CallId,
  customerIdSchema,
  deletionRules,
  type Session,
  soundStatusSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { readSessionFacts } from './session-facts.ts';
import { sessionColumns, sessionRowSchema, summaryOf } from './session-row.ts';

/** A call that is over, with what its page needs beside the log; undefined when there is no such call. */
export async function readSession(db: Queryable, callId: CallId): Promise<Session | undefined> {
  const [row] = await db`
    select ${sessionColumns(db)}, c.customer_id, c.contact, c.transcribed, c.recorded,
      case when c.status = 'closed' then c.notes else '' end as notes, c.rating_comment, c.legal_hold,
      r.status as recording_status, r.duration_ms, r.bytes, r.deleted_at, r.deletion_rule
    from calls c left join recordings r on r.call_id = c.id
    where c.id = ${callId} and c.ended_at is not null and c.erased_at is null`;
  if (!row) return undefined;
  const facts = (await readSessionFacts(db, [callId])).get(callId);
  if (!facts) throw new Error('Every call has facts.');
  const { customerId, contact, transcribed, recorded, notes, ratingComment, legalHold } =
    moreSchema.parse(row);
  return {
    ...summaryOf(sessionRowSchema.parse(row), facts),
    ...{ customerId, contact, transcribed, recorded, notes, ratingComment, legalHold },
    recording: recordingOf(recordingSchema.parse(row)),
  };
}

const moreSchema = z.object({
  customerId: customerIdSchema.nullable(),
  contact: z.string(),
  transcribed: z.boolean(),
  recorded: z.boolean(),
  notes: z.string(),
  ratingComment: z.string().nullable(),
  legalHold: z.boolean(),
});

const recordingSchema = z.object({
  recordingStatus: soundStatusSchema.exclude(['none']).nullable(),
  durationMs: z.number().nullable(),
  bytes: z.number().nullable(),
  deletedAt: z.date().nullable(),
  deletionRule: z.enum(deletionRules).nullable(),
});

function recordingOf(row: z.infer<typeof recordingSchema>): Session['recording'] {
  const { recordingStatus: status, deletedAt, durationMs, bytes, deletionRule } = row;
  if (status === null) return null;
  const deleted = deletedAt?.toISOString() ?? null;
  return { status, durationMs, bytes, deletedAt: deleted, deletionRule };
}
