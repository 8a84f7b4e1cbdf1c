/** The server's time as this browser knows it. */
export interface ServerClock {
  /** When news came last, by this browser's clock. */
  heardAtMs: number;
  /** How far the server's clock is ahead of this browser's. */
  aheadMs: number;
}

/**
 * The clock after a message that says when it was sent. A message that was slow makes the server look
 * behind: the fastest counts, until one begins anew, as clocks are set.
 */
export function hearClock(
  before: ServerClock | null,
  sentAtMs: number,
  nowMs: number,
  anew: boolean,
): ServerClock {
  const aheadMs = sentAtMs - nowMs;
  const known = before && !anew ? Math.max(before.aheadMs, aheadMs) : aheadMs;
  return { heardAtMs: nowMs, aheadMs: known };
}
