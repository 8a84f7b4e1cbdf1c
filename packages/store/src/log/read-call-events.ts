import {
  type AppendedEvent,
  type Audience,
  type CallEventEnvelope,
  type CallId,
  callIdSchema,
  type EventId,
  type EventPage,
  envelopeFor,
  eventIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { StoreError } from '../database/store-error.ts';
import { eventColumns, readEvent } from './call-events.ts';

/** A stored event that does not fit the schema of its type (any more): what may be told of it. */
export interface UnreadableEvent {
  callId: CallId;
  seq: number;
  eventId: EventId;
  type: string;
}

/** For whom the log is read, from where on, and how much of it at once. */
export interface ReadCallEventsOptions {
  audience: Audience;
  /** In the numbering of the audience. */
  afterSeq: number;
  limit: number;
  /** Told of the events of this page that cannot be read, which are left out. Default: they throw. */
  onUnreadable?: (events: readonly UnreadableEvent[]) => void;
}

/**
 * Reads a page of the log, oldest first. An unknown call has no events. Over what cannot be read the
 * page leads on: the next event follows the one before, and `throughSeq` tells how far the page goes,
 * so that no reader waits for what will never come.
 */
export async function readCallEvents(
  db: Queryable,
  callId: CallId,
  { audience, afterSeq, limit, onUnreadable = refuse }: ReadCallEventsOptions,
): Promise<EventPage> {
  const number = audience === 'public' ? db`public_seq` : db`seq`;
  const rows = await db`
    select ${eventColumns(db)}, ${number} as number from call_events
    where call_id = ${callId} and ${number} > ${afterSeq}
    order by ${number} limit ${limit}`;
  const [head] = await db`select last_seq, last_public_seq from calls where id = ${callId}`;
  const { lastSeq, lastPublicSeq } = head
    ? logHeadSchema.parse(head)
    : { lastSeq: 0, lastPublicSeq: 0 };
  const { read, unreadable } = parseRows(rows);
  if (unreadable.length > 0) onUnreadable(unreadable);
  return {
    envelopes: chained(
      read.flatMap((event) => envelopeFor(audience, event) ?? []),
      afterSeq,
    ),
    lastSeq: audience === 'staff' ? lastSeq : lastPublicSeq,
    throughSeq: Math.max(afterSeq, ...rows.slice(-1).map((row) => numberSchema.parse(row).number)),
  };
}

function refuse([first]: readonly UnreadableEvent[]): void {
  if (first) throw StoreError.unreadableEvent(first.callId, first.seq);
}

const logHeadSchema = z.object({ lastSeq: z.number(), lastPublicSeq: z.number() });
const numberSchema = z.object({ number: z.number() });
const unreadableSchema = z.object({
  callId: callIdSchema,
  seq: z.number(),
  eventId: eventIdSchema,
  type: z.string(),
});

function parseRows(rows: readonly unknown[]) {
  const read: AppendedEvent[] = [];
  const unreadable: UnreadableEvent[] = [];
  for (const row of rows) {
    const event = readEvent(row);
    if (event) read.push(event);
    else unreadable.push(unreadableSchema.parse(row));
  }
  return { read, unreadable };
}

/** Lets each envelope name the one before it in the page. */
function chained(envelopes: readonly CallEventEnvelope[], afterSeq: number): CallEventEnvelope[] {
  return envelopes.map(({ event }, index) => ({
    event,
    prevSeq: envelopes[index - 1]?.event.seq ?? afterSeq,
  }));
}
