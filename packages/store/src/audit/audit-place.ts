import { z } from 'zod';

/** A place in the audit log, which is ordered by both: behind this entry. */
export interface AuditPlace {
  /** When it was, in microseconds since 1970, as exactly as Postgres orders by it. */
  atUs: number;
  id: number;
}

const figure = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const placeSchema = z.tuple([figure, figure]);

/** A place as clients hand it back. */
export function writeAuditCursor({ atUs, id }: AuditPlace): string {
  return `${atUs}-${id}`;
}

/** The place a cursor stands for; undefined when it is none of ours. Made up, it leads elsewhere in the log. */
export function readAuditCursor(cursor: string): AuditPlace | undefined {
  if (!/^\d{1,16}-\d{1,16}$/.test(cursor)) return undefined;
  const { data } = placeSchema.safeParse(cursor.split('-'));
  return data && { atUs: data[0], id: data[1] };
}
