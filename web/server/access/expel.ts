import 'server-only';
import { coalesced, errorFields } from '@agent/process';
import { type ExpelledIdentity, expelledIdentities } from '@agent/store';
import pLimit from 'p-limit';
import type { Services } from '../services.ts';

/** How often rooms are looked at. */
export interface ExpelTimings {
  /** Time between two looks. */
  everyMs: number;
  /** The same, after somebody was put out, who may be coming back. */
  againMs: number;
  /** How many looks are so quick. */
  againLooks: number;
}

/** Joining takes about half a second: somebody who comes back is out before they hear a sentence. */
export const expelTimings = {
  everyMs: 1_000,
  againMs: 200,
  againLooks: 50,
} as const satisfies ExpelTimings;

/** Removals that run at once. */
const atOnce = 10;

export interface Expelling {
  /** Stops after the look that is running. Calling it twice is harmless. */
  close(): Promise<void>;
}

/**
 * Keeps those whose session has ended out of the rooms of their calls: at once, and again as long as
 * the call lasts, since a LiveKit server of one's own knows no revoked tokens (decision 11).
 */
export function startExpelling(
  services: Pick<Services, 'db' | 'changeFeed' | 'rooms' | 'log'>,
  timings: ExpelTimings = expelTimings,
): Expelling {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let quickLooks = 0;
  const look = coalesced(async () => {
    clearTimeout(timer);
    if (isClosed) return;
    const wasThere = await expelOnce(services);
    quickLooks = wasThere ? timings.againLooks : Math.max(0, quickLooks - 1);
    const waitMs = quickLooks > 0 ? timings.againMs : timings.everyMs;
    if (!isClosed) timer = setTimeout(ask, waitMs).unref();
  });
  const ask = () => void look();
  const unsubscribe = services.changeFeed.onAnySessionEnd(ask);
  ask();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      unsubscribe();
      await look();
    },
  };
}

/** Puts out who must not be in; tells whether somebody was there. It never throws. */
export async function expelOnce({
  db,
  rooms,
  log,
}: Pick<Services, 'db' | 'rooms' | 'log'>): Promise<boolean> {
  const limit = pLimit(atOnce);
  try {
    const found = await limit.map(await expelledIdentities(db), expel);
    return found.includes(true);
  } catch (error) {
    log.warn(errorFields(error), 'not known who must leave rooms');
    return false;
  }

  async function expel({ callId, identity }: ExpelledIdentity): Promise<boolean> {
    try {
      const wasThere = await rooms.remove(callId, identity);
      if (wasThere) log.info({ callId }, 'put out of a room: the session is over');
      return wasThere;
    } catch (error) {
      log.warn({ callId, ...errorFields(error) }, 'not put out of a room');
      return false;
    }
  }
}
