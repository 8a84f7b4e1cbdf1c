import 'server-only';
import type { QueueId } from '@agent/protocol';
import { type Database, readLongCalls } from '@agent/store';

/** How long nine of ten calls last at most, by queue. */
export type LongCalls = ReadonlyMap<QueueId, number>;

/** Hundreds of calls change it little. */
export const longCallsEveryMs = 10 * 60_000;

/** Asks how long calls last, and then not again for a while. */
export function createLongCalls(
  db: Database,
  nowMs: () => number = () => performance.now(),
): () => Promise<LongCalls> {
  let asked: { answer: Promise<LongCalls>; atMs: number } | undefined;
  return () => {
    if (asked && nowMs() - asked.atMs < longCallsEveryMs) return asked.answer;
    const answer = readLongCalls(db);
    const mine = { answer, atMs: nowMs() };
    asked = mine;
    answer.catch(() => {
      if (asked === mine) asked = undefined;
    });
    return answer;
  };
}
