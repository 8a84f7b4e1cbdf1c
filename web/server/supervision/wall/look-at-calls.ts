import 'server-only';
import { readLongCalls, readWallAgents, type WallAgentRow } from '@agent/store';
import type { Services } from '../../services.ts';
import type { LongCalls } from './held-call.ts';
import { createKnownCalls } from './known-calls.ts';
import type { News } from './wall-news.ts';
import { takeSnapshot, type WallSnapshot } from './wall-snapshot.ts';

/** When something is asked again that nobody may have told of. */
export interface LookTimings {
  /** Every call and agent: notifications can be lost. */
  allEveryMs: number;
  /** How long calls are long. */
  longCallsEveryMs: number;
}

/** Looks at what is new, and gives everything that is known then. */
export function createLook(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { allEveryMs, longCallsEveryMs }: LookTimings,
): (news: News) => Promise<WallSnapshot> {
  const calls = createKnownCalls(db);
  const isAllDue = createDue(allEveryMs);
  const isLongDue = createDue(longCallsEveryMs);
  let agents: readonly WallAgentRow[] = [];
  let longCalls: LongCalls = new Map();

  return async (news) => {
    const isAll = isAllDue();
    if (isLongDue()) longCalls = await readLongCalls(db);
    if (news.agents || isAll) agents = await readWallAgents(db);
    await calls.look(isAll ? 'all' : news.calls);
    return takeSnapshot({ nowMs: now().getTime(), held: calls.held(), agents, longCalls });
  };
}

/** Tells whether so much time has passed since it last said so; at first it has. */
function createDue(everyMs: number): () => boolean {
  let lastMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = performance.now();
    if (nowMs - lastMs < everyMs) return false;
    lastMs = nowMs;
    return true;
  };
}
