import 'server-only';
import { errorFields } from '@agent/process';
import { type ExpelledIdentity, expelledIdentities } from '@agent/store';
import pLimit from 'p-limit';
import { type Pursuit, type PursuitTimings, startPursuit } from '../pursuit.ts';
import type { Services } from '../services.ts';

/** Removals that run at once. */
const atOnce = 10;

/**
 * Keeps those whose session has ended out of the rooms of their calls: at once, and again as long as
 * the call lasts (decision 11).
 */
export function startExpelling(
  services: Pick<Services, 'db' | 'changeFeed' | 'rooms' | 'log'>,
  timings?: PursuitTimings,
): Pursuit {
  return startPursuit({
    look: () => expelOnce(services),
    subscribe: (ask) => services.changeFeed.onAnySessionEnd(ask),
    ...(timings && { timings }),
  });
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
