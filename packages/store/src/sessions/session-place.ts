import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';

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

/** A place as clients hand it back. It tells nothing but the call that the client was shown. */
export function writeCursor({ endedAtUs, callId }: SessionPlace): string {
  return Buffer.from(JSON.stringify([endedAtUs, callId])).toString('base64url');
}

/**
 * The place a cursor stands for; undefined when it is none of ours. Whoever makes one up gets the list
 * from there on, of the calls they may see anyway.
 */
export function readCursor(cursor: string): SessionPlace | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const { data } = placeSchema.safeParse(read);
    return data && { endedAtUs: data[0], callId: data[1] };
  } catch {
    return undefined;
  }
}
