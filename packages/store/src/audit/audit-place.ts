import { z } from 'zod';
import { readCursor, writeCursor } from '../database/cursor.ts';

/** A place in the audit log, which is ordered by both: behind this entry. */
export interface AuditPlace {
  /** When it was, in microseconds since 1970, as exactly as Postgres orders by it. */
  atUs: number;
  id: number;
}

const figure = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const placeSchema = z.tuple([figure, figure]);

/** A place as clients hand it back. */
export function writeAuditCursor({ atUs, id }: AuditPlace): string {
  return writeCursor([atUs, id]);
}

/** The place a cursor stands for; undefined when it is none of ours. */
export function readAuditCursor(cursor: string): AuditPlace | undefined {
  const place = readCursor(placeSchema, cursor);
  return place && { atUs: place[0], id: place[1] };
}
