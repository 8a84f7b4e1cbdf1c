import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';
import { readCursor, writeCursor } from '../database/cursor.ts';

/** A place in the list of calls that are over, which is ordered by both: behind this call. */
export interface SessionPlace {
  /** When it ended, in microseconds since 1970, as exactly as Postgres orders by it. */
  endedAtUs: number;
  callId: CallId;
}

/** What comes behind a place in the list of calls `c`. */
export function behind(db: Queryable, place: SessionPlace | undefined): Fragment {
  if (!place) return db`true`;
  const endedAt = db`
    timestamptz 'epoch' + ${place.endedAtUs}::double precision * interval '1 microsecond'`;
  return db`(c.ended_at, c.id) < (${endedAt}, ${place.callId}::uuid)`;
}

const placeSchema = z.tuple([z.number().int().min(0).max(Number.MAX_SAFE_INTEGER), callIdSchema]);

/** A place as clients hand it back. */
export function writePlace({ endedAtUs, callId }: SessionPlace): string {
  return writeCursor([endedAtUs, callId]);
}

/** The place a cursor stands for, in the list of the calls that the client may see anyway. */
export function readPlace(cursor: string): SessionPlace | undefined {
  const place = readCursor(placeSchema, cursor);
  return place && { endedAtUs: place[0], callId: place[1] };
}
