import type { CallFacts } from '../facts/call-facts.ts';

/** Facts of a call together with what only other calls tell. */
export interface FollowedFacts extends CallFacts {
  /**
   * Whether the same customer has called again within seven days; null when nobody knows, or the call was not
   * resolved.
   */
  repeated: boolean | null;
}

type Asked = Pick<FollowedFacts, 'repeated'>;

/** A number that adds up over calls, and that calls of later days may change. */
export interface RepeatSum {
  /** What one call adds. */
  of: (facts: Asked) => number;
  /** The same over rows `f` of `call_facts`. */
  sql: string;
  /** Which of these rows it counts. */
  where: string;
}

/** Resolved calls whose customers are known, and those of them after whom nobody had to call again. */
export const repeatSums = {
  followed: count(({ repeated }) => repeated !== null, 'f.repeated is not null'),
  notRepeated: count(({ repeated }) => repeated === false, 'f.repeated = false'),
} as const satisfies Record<string, RepeatSum>;

/** Names a sum of calls that were followed for seven days. */
export type RepeatSumId = keyof typeof repeatSums;

function count(holds: (facts: Asked) => boolean, sql: string): RepeatSum {
  const of = (facts: Asked) => (holds(facts) ? 1 : 0);
  return { of, sql: `count(*) filter (where ${sql})`, where: `(${sql})` };
}
