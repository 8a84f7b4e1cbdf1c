import 'server-only';
import { type Database, readTargetsToday, readWallAgents, type WallAgentRow } from '@agent/store';
import { createKnownCalls } from './known-calls.ts';
import type { LongCalls } from './long-calls.ts';
import { createTodaySoFar } from './today-so-far.ts';
import type { News } from './wall-news.ts';
import { takeSnapshot, type WallSnapshot } from './wall-snapshot.ts';

/** What a look goes by. */
export interface LookOptions {
  db: Database;
  now: () => Date;
  longCalls: () => Promise<LongCalls>;
  /** Every call and agent is looked at again after this time: notifications can be lost. */
  allEveryMs: number;
}

/** Looks at what is new, and gives everything that is known then. */
export function createLook({
  db,
  now,
  longCalls,
  allEveryMs,
}: LookOptions): (news: News) => Promise<WallSnapshot> {
  const calls = createKnownCalls(db);
  const todaySoFar = createTodaySoFar(() => readTargetsToday(db));
  let agents: readonly WallAgentRow[] = [];
  let allAtMs = Number.NEGATIVE_INFINITY;

  return async (news) => {
    const isAll = performance.now() - allAtMs >= allEveryMs;
    if (isAll) allAtMs = performance.now();
    const nowMs = now().getTime();
    if (news.agents || isAll) agents = await readWallAgents(db);
    await calls.look(isAll ? 'all' : news.calls);
    const today = await todaySoFar(isAll || news.calls === 'all' || news.calls.size > 0);
    return takeSnapshot({ nowMs, held: calls.held(), agents, longCalls: await longCalls(), today });
  };
}
