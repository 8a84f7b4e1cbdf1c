import 'server-only';
import type { QueueId } from '@agent/protocol';

/** How long nine of ten calls last at most, by queue. */
export type LongCalls = ReadonlyMap<QueueId, number>;

/** Hundreds of calls change it little. */
const longCallsEveryMs = 10 * 60_000;
/** It is the dearest question of a wall: one that failed is not asked again at once. */
const againAfterMs = 60_000;

export interface LongCallsOptions {
  read(): Promise<LongCalls>;
  onUnreadable(error: unknown): void;
}

/** Asks how long calls last, and then not again for a while. What cannot be read is as it was before. */
export function createLongCalls(
  { read, onUnreadable }: LongCallsOptions,
  nowMs: () => number = () => performance.now(),
): () => Promise<LongCalls> {
  let known: LongCalls = new Map();
  let answer: Promise<LongCalls> | undefined;
  let dueMs = Number.NEGATIVE_INFINITY;

  return () => {
    if (!answer || nowMs() >= dueMs) {
      dueMs = nowMs() + longCallsEveryMs;
      answer = read().then(remember, goOn);
    }
    return answer;
  };

  function remember(longCalls: LongCalls): LongCalls {
    known = longCalls;
    return longCalls;
  }

  function goOn(error: unknown): LongCalls {
    dueMs = nowMs() + againAfterMs;
    onUnreadable(error);
    return known;
  }
}
