import type { z } from 'zod';

/** A place in a list as clients hand it back: what the list is ordered by. It hides nothing from them. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place a cursor stands for; undefined when it is none of ours. Whoever makes one up gets another place. */
export function readCursor<S extends z.ZodType>(
  schema: S,
  cursor: string,
): z.output<S> | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return schema.safeParse(read).data;
  } catch {
    return undefined;
  }
}
