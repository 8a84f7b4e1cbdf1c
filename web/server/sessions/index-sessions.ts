import 'server-only';
import { errorPlace } from '@agent/process';
import { indexSessions, type SessionPlace } from '@agent/store';
import { neverThrowing, type Rounds, startRounds } from '../rounds.ts';
import type { Services } from '../services.ts';

/** How often calls that are over are brought into the index that is searched. */
export interface IndexTimings {
  /** Between two looks at the calls of the last hours. */
  everyMs: number;
  /** Between two looks at all calls: after this a server knows what others should have indexed. */
  allEveryMs: number;
}

/** The figures of the product; tests have their own. */
export const indexTimings = {
  everyMs: 1_000,
  allEveryMs: 10 * 60_000,
} as const satisfies IndexTimings;

/** Calls of one batch; the next follows at once while there are as many. */
const batchSize = 50;

/**
 * Keeps what is searched up with the logs of calls that are over: when one has ended, been wrapped up or
 * rated, and whenever something comes late. At the start, and now and then, all calls are looked at, so
 * calls from before there was an index come by and by, too.
 */
export function startIndexing(services: Services, timings: IndexTimings = indexTimings): Rounds {
  return startRounds((closing) => createIndexRound(services, timings, closing), {
    everyMs: timings.everyMs,
    subscribe: (ask) => services.changeFeed.onAnyDesk(ask),
  });
}

/** One round; it never throws. */
function createIndexRound(
  services: Services,
  timings: IndexTimings,
  closing: AbortSignal,
): () => Promise<void> {
  const { db, env, log, now } = services;
  let nextAllMs = 0;

  return neverThrowing(services, catchUp, {
    fails: 'calls cannot be indexed now',
    goesOn: 'calls are indexed again',
  });

  async function catchUp(): Promise<void> {
    await indexRecent();
    if (now().getTime() < nextAllMs) return;
    let place: SessionPlace | undefined;
    do {
      const done = await indexBatch('all', place);
      place = done.outcome === 'indexed' ? done.goOnBehind : undefined;
      // What has just ended does not wait for the end of a long way back.
      await indexRecent();
    } while (place && !closing.aborted);
    if (!closing.aborted) nextAllMs = now().getTime() + timings.allEveryMs;
  }

  async function indexRecent(): Promise<void> {
    let place: SessionPlace | undefined;
    do {
      const done = await indexBatch('recent', place);
      place = done.outcome === 'indexed' ? done.goOnBehind : undefined;
    } while (place && !closing.aborted);
  }

  function indexBatch(among: 'recent' | 'all', place: SessionPlace | undefined) {
    return indexSessions(db, {
      among,
      behind: place,
      language: env.SEARCH_LANGUAGE,
      limit: batchSize,
      onUnsearchable: (callId, error) => {
        log.error({ callId, ...errorPlace(error) }, 'what was said in a call cannot be searched');
      },
    });
  }
}
