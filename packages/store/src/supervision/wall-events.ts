import type { CallEvent, CallEventType, CallId } from '@agent/protocol';
import type { Queryable } from '../database/connect.ts';
import { eventColumns, readEvent } from '../log/call-events.ts';

/** How far a call's log is known. */
export interface ReadThrough {
  callId: CallId;
  afterSeq: number;
}

/** What tells how a call goes; the rest of a log is for those who are in it. */
const types: readonly CallEventType[] = [
  'call.queued',
  'call.accepted',
  'call.requeued',
  'call.abandoned',
  'call.held',
  'call.resumed',
  'call.ended',
  'segment.final',
  'transcription.changed',
  'sentiment.scored',
  'help.requested',
  'help.taken',
  'help.released',
  'help.ended',
];

/**
 * What has happened in these calls since, each call's events in order, and at most so many of each. What
 * cannot be read (any more) is left out, and comes again until something behind it can be.
 */
export async function readWallEvents(
  db: Queryable,
  known: readonly ReadThrough[],
  limit: number,
): Promise<CallEvent[]> {
  if (known.length === 0) return [];
  const rows = await db`
    select ${eventColumns(db)}
    from unnest(${known.map(({ callId }) => callId)}::uuid[],
      ${known.map(({ afterSeq }) => afterSeq)}::integer[]) as known (id, after_seq)
    cross join lateral (
      select * from call_events e
      where e.call_id = known.id and e.seq > known.after_seq and e.type = any(${[...types]})
      order by e.seq limit ${limit}
    ) news
    order by call_id, seq`;
  return rows.flatMap((row) => readEvent(row)?.event ?? []);
}
