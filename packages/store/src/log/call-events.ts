import {
  type AppendedEvent,
  audienceOf,
  type CallId,
  callEventSchema,
  type NewCallEvent,
} from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { StoreError } from '../database/store-error.ts';

/**
 * Appends one event to the log of its call and notifies `call` in the same transaction. Locks the
 * call's row, so `seq` has no holes. Idempotent by `eventId`: the same event again returns what is
 * stored, any other with that id is refused.
 */
export async function appendCallEvent(
  db: Queryable,
  callId: CallId,
  event: NewCallEvent,
): Promise<AppendedEvent> {
  return inTransaction(db, async (tx) => {
    const head = await lockLog(tx, callId);
    if (event.type === 'segment.final' && !head.transcribed)
      throw StoreError.notTranscribed(callId);
    return (await findSame(tx, callId, event)) ?? (await insertEvent(tx, callId, event));
  });
}

/** To an erased call nothing comes any more, however late it was under way: there is no such call. */
async function lockLog(tx: Transaction, callId: CallId): Promise<{ transcribed: boolean }> {
  const [row] = await tx`
    select transcribed from calls where id = ${callId} and erased_at is null for update`;
  if (!row) throw StoreError.callNotFound(callId);
  return z.object({ transcribed: z.boolean() }).parse(row);
}

/** The same event as it was stored before. */
async function findSame(
  tx: Transaction,
  callId: CallId,
  { eventId, actor, type, data }: NewCallEvent,
): Promise<AppendedEvent | undefined> {
  const [row] = await tx`
    select ${eventColumns(tx)},
      (actor, type, data) = (${actor}, ${type}, ${JSON.stringify(data)}::jsonb) as is_same
    from call_events where call_id = ${callId} and event_id = ${eventId}`;
  if (!row) return undefined;
  if (!row.isSame) throw StoreError.eventIdTaken(callId, eventId);
  return parseEvent(row);
}

async function insertEvent(
  tx: Transaction,
  callId: CallId,
  event: NewCallEvent,
): Promise<AppendedEvent> {
  const audience = audienceOf(event.type);
  const publicEvents = audience === 'public' ? 1 : 0;
  const [row] = await tx`
    with counted as (
      update calls set last_seq = last_seq + 1, last_public_seq = last_public_seq + ${publicEvents}
      where id = ${callId} returning *
    ),
    appended as (
      insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
      select id, last_seq, ${event.eventId}, clock_timestamp(), ${event.actor}, ${event.type},
        ${audience}, case when ${publicEvents} = 1 then last_public_seq end,
        ${JSON.stringify(event.data)}
      from counted
      returning *
    )
    select ${eventColumns(tx)}, pg_notify('call', call_id::text) from appended`;
  return parseEvent(row);
}

/** The columns that {@link readEvent} reads. */
export function eventColumns(db: Queryable) {
  return db`call_id, seq, event_id, at, actor, type, public_seq, data`;
}

const rowSchema = z.looseObject({
  at: z.date().transform((at) => at.toISOString()),
  publicSeq: z.number().nullable(),
});

/** A row of the log; undefined when it is not, or no longer, an event as its type has it. */
export function readEvent(row: unknown): AppendedEvent | undefined {
  const { publicSeq, ...stored } = rowSchema.parse(row);
  const { data: event } = callEventSchema.safeParse(stored);
  return event && { event, publicSeq };
}

function parseEvent(row: unknown): AppendedEvent {
  const { publicSeq, ...stored } = rowSchema.parse(row);
  return { event: callEventSchema.parse(stored), publicSeq };
}
