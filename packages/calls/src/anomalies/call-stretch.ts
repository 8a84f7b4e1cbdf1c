/**
 * Sums over the calls that were queued in a stretch of time, as things stood at its end: a call that was
 * closed, answered or given up later is not in them, so that long calls lack in today's stretch no more than
 * in those it is compared with.
 */
export interface StretchSums {
  /** Calls that were queued. */
  offered: number;
  /** Of these: answered, or given up after a real wait. */
  settled: number;
  abandoned: number;
  /** Answered and wrapped up. */
  closed: number;
  /** Sum of handle times in milliseconds, of their natural logarithms, and of the squares of these. */
  handleMs: number;
  lnHandle: number;
  lnHandleSquares: number;
  /** Calls that were rated, the sum of ratings (1 to 5 each), and of their squares. */
  rated: number;
  ratings: number;
  ratingSquares: number;
  /** Calls whose customer's lines were scored, the sum of their means (−1 to 1 each), and of the squares. */
  scored: number;
  sentiment: number;
  sentimentSquares: number;
}

/** A stretch of time and its calls. The end is not in it. Times are milliseconds since 1970. */
export interface CallStretch {
  startsAtMs: number;
  endsAtMs: number;
  sums: StretchSums;
}

/** The latest calls, over so many hours, and the same local hours of the weeks before, the newest first. */
export interface ComparedWindow {
  hours: number;
  latest: CallStretch;
  weeks: readonly CallStretch[];
}

/** How long the window is at first; it is doubled until its calls suffice. Then it is a whole day. */
export const windowHours = [1, 2, 4, 8, 24] as const;
/** Weeks that a window is compared with; the median of them bears three bad ones. */
export const COMPARED_WEEKS = 8;
/** With fewer weeks there are no alerts yet. */
export const LEAST_WEEKS = 4;
/** Days that ratings and sentiment, which are few, are compared with. */
export const COMPARED_DAYS = 28;
