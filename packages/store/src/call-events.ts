import {
  type Audience,
  audienceOf,
  type CallEvent,
  type CallEventEnvelope,
  type CallId,
  callEventSchema,
  type EventPage,
  type NewCallEvent,
} from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from './connect.ts';
import { StoreError } from './store-error.ts';

/** A stored event with what its readers saw before it. */
export interface AppendedEvent {
  event: CallEvent;
  /** `seq` of the event before, for readers who see all. */
  prevSeq: number;
  /** `seq` of the public event before. */
  prevPublicSeq: number;
}

/**
 * Appends one event to the log of its call and notifies `call` in the same transaction. Locks the
 * call's row, so `seq` has no holes. Idempotent by `eventId`: a second append returns what is stored.
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
    return (await findEvent(tx, callId, event.eventId)) ?? (await insertEvent(tx, callId, event));
  });
}

/** The event as one reader gets it; undefined when it is not for that reader. */
export function envelopeFor(
  audience: Audience,
  { event, prevSeq, prevPublicSeq }: AppendedEvent,
): CallEventEnvelope | undefined {
  if (audience === 'staff') return { event, prevSeq };
  return audienceOf(event.type) === 'public' ? { event, prevSeq: prevPublicSeq } : undefined;
}

export interface ReadCallEventsOptions {
  audience: Audience;
  afterSeq: number;
  limit: number;
}

/** Reads a page of the log, oldest first. An unknown call has no events. */
export async function readCallEvents(
  db: Queryable,
  callId: CallId,
  { audience, afterSeq, limit }: ReadCallEventsOptions,
): Promise<EventPage> {
  const rows = await db`
    select ${eventColumns(db)} from call_events
    where call_id = ${callId} and seq > ${afterSeq}
      ${audience === 'public' ? db`and audience = 'public'` : db``}
    order by seq limit ${limit}`;
  const [head] = await db`select last_seq, last_public_seq from calls where id = ${callId}`;
  const { lastSeq, lastPublicSeq } = head
    ? logHeadSchema.parse(head)
    : { lastSeq: 0, lastPublicSeq: 0 };
  const envelopes = rows.flatMap((row) => envelopeFor(audience, parseEvent(row)) ?? []);
  return { envelopes, lastSeq: audience === 'staff' ? lastSeq : lastPublicSeq };
}

const logHeadSchema = z.object({ lastSeq: z.number(), lastPublicSeq: z.number() });

async function lockLog(tx: Transaction, callId: CallId): Promise<{ transcribed: boolean }> {
  const [row] = await tx`select transcribed from calls where id = ${callId} for update`;
  if (!row) throw StoreError.callNotFound(callId);
  return z.object({ transcribed: z.boolean() }).parse(row);
}

async function findEvent(
  tx: Transaction,
  callId: CallId,
  eventId: string,
): Promise<AppendedEvent | undefined> {
  const [row] = await tx`
    select ${eventColumns(tx)} from call_events where call_id = ${callId} and event_id = ${eventId}`;
  return row && parseEvent(row);
}

async function insertEvent(
  tx: Transaction,
  callId: CallId,
  event: NewCallEvent,
): Promise<AppendedEvent> {
  const audience = audienceOf(event.type);
  const [row] = await tx`
    with head as (select last_seq, last_public_seq from calls where id = ${callId}),
    appended as (
      insert into call_events (call_id, seq, event_id, at, actor, type, audience, prev_public_seq, data)
      select ${callId}, head.last_seq + 1, ${event.eventId}, clock_timestamp(), ${event.actor},
        ${event.type}, ${audience}, head.last_public_seq, ${JSON.stringify(event.data)}
      from head
      returning *
    ),
    counted as (
      update calls set last_seq = appended.seq,
        last_public_seq = case when appended.audience = 'public' then appended.seq else last_public_seq end
      from appended where calls.id = appended.call_id
    )
    select ${eventColumns(tx)}, pg_notify('call', call_id::text) from appended`;
  return parseEvent(row);
}

function eventColumns(db: Queryable) {
  return db`call_id, seq, event_id, at, actor, type, prev_public_seq, data`;
}

const rowSchema = z.object({ at: z.date(), seq: z.number(), prevPublicSeq: z.number() }).loose();

function parseEvent(row: unknown): AppendedEvent {
  const { at, prevPublicSeq, ...rest } = rowSchema.parse(row);
  const event = callEventSchema.parse({ ...rest, at: at.toISOString() });
  return { event, prevSeq: event.seq - 1, prevPublicSeq };
}
