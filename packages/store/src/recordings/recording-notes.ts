import type { CallEvent, CallId } from '@agent/protocol';
import type { Queryable } from '../database/connect.ts';
import { eventColumns, readEvent } from '../log/call-events.ts';

/** A stretch of a call, in milliseconds since it was answered; `toMs` is after it. */
export interface CallSpan {
  fromMs: number;
  toMs: number;
}

/** What the log of a call says of its sound. */
export interface RecordingNotes {
  /** Where a card number was said. */
  masked: CallSpan[];
  /** Where it says already that sound was lost. */
  lost: CallSpan[];
  /** Holds, pauses and waits for another agent; one that nobody ended goes on for ever. */
  silent: CallSpan[];
  /** When it waited for another agent: nobody recorded then, and nothing was lost. */
  waits: CallSpan[];
}

/** More than any call has; beyond, its log would have been written by a fault. */
const MOST_NOTES = 20_000;

/** Reads from the log what of a call's sound must be silent, and what is known to be lost. */
export async function readRecordingNotes(db: Queryable, callId: CallId): Promise<RecordingNotes> {
  const [call] = await db<{ answeredAt: Date | null }[]>`
    select answered_at from calls where id = ${callId}`;
  const rows = await db`
    select ${eventColumns(db)} from call_events
    where call_id = ${callId} and type = any(${noted}::text[])
    order by seq limit ${MOST_NOTES}`;
  const events = rows.flatMap((row) => readEvent(row)?.event ?? []);
  const answeredAt = call?.answeredAt?.getTime() ?? 0;
  const between = (begins: CallEvent['type'], ...ends: readonly CallEvent['type'][]) =>
    spansBetween(events, answeredAt, begins, ends);
  const waits = between('call.requeued', 'call.accepted');
  return {
    masked: events.flatMap((event) => (event.type === 'recording.masked' ? [spanOf(event)] : [])),
    lost: events.flatMap((event) => (event.type === 'recording.lost' ? [spanOf(event)] : [])),
    silent: [
      ...between('recording.paused', 'recording.resumed', 'call.requeued'),
      ...between('call.held', 'call.resumed', 'call.requeued'),
      ...waits,
    ],
    waits,
  };
}

const noted = [
  'recording.masked',
  'recording.lost',
  'recording.paused',
  'recording.resumed',
  'call.held',
  'call.resumed',
  'call.requeued',
  'call.accepted',
] as const satisfies CallEvent['type'][];

function spanOf({ data }: CallEvent<'recording.masked' | 'recording.lost'>): CallSpan {
  return { fromMs: data.startMs, toMs: data.endMs };
}

function spansBetween(
  events: readonly CallEvent[],
  answeredAt: number,
  begins: CallEvent['type'],
  ends: readonly CallEvent['type'][],
): CallSpan[] {
  const spans: CallSpan[] = [];
  for (const { type, at } of events) {
    const atMs = Date.parse(at) - answeredAt;
    const last = spans.at(-1);
    const isOpen = last?.toMs === Number.POSITIVE_INFINITY;
    if (type === begins && !isOpen) spans.push({ fromMs: atMs, toMs: Number.POSITIVE_INFINITY });
    if (ends.includes(type) && last && isOpen) last.toMs = atMs;
  }
  return spans;
}
