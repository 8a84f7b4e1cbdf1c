/**
 * An immutable set of ids that is cheap to grow: adding copies at most one chunk, so a call with
 * 10,000 segments costs no more for each of them than a short one.
 */
export interface IdSet {
  readonly newest: ReadonlySet<string>;
  readonly older: readonly ReadonlySet<string>[];
}

const chunkSize = 128;

/** The set without members. */
export const emptyIdSet: IdSet = Object.freeze({ newest: new Set<string>(), older: [] });

/** Tells whether an id is a member. */
export function hasId({ newest, older }: IdSet, id: string): boolean {
  return newest.has(id) || older.some((chunk) => chunk.has(id));
}

/** The set with one more member. */
export function withId(ids: IdSet, id: string): IdSet {
  if (hasId(ids, id)) return ids;
  if (ids.newest.size < chunkSize) return { ...ids, newest: new Set(ids.newest).add(id) };
  return { newest: new Set([id]), older: [...ids.older, ids.newest] };
}
