import 'server-only';
import { coalesced } from '@agent/process';

/** How often rooms are looked at. */
export interface PursuitTimings {
  /** Time between two looks. */
  everyMs: number;
  /** The same, after somebody was put out, who may be coming back. */
  againMs: number;
  /** How many looks are so quick. */
  againLooks: number;
}

/** Joining takes about half a second: somebody who comes back is out before they hear a sentence. */
export const pursuitTimings = {
  everyMs: 1_000,
  againMs: 200,
  againLooks: 50,
} as const satisfies PursuitTimings;

export interface Pursuit {
  /** Stops after the look that is running. Calling it twice is harmless. */
  close(): Promise<void>;
}

export interface PursuitOptions {
  /** Puts out who must not be in a room; tells whether somebody was there. Never throws. */
  look(): Promise<boolean>;
  /** Asks for a look besides; gives how to end that. */
  subscribe(ask: () => void): () => void;
  timings?: PursuitTimings;
}

/**
 * Looks after people who must not be in rooms: at once, at a steady pace and whenever asked, one look at a
 * time, and more often for a while when somebody was there. A LiveKit server of one's own knows no revoked
 * tokens, so whoever was put out can come back as long as the room is there (decision 11).
 */
export function startPursuit({
  look: lookOnce,
  subscribe,
  timings = pursuitTimings,
}: PursuitOptions): Pursuit {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let quickLooks = 0;
  const look = coalesced(async () => {
    clearTimeout(timer);
    if (isClosed) return;
    const wasThere = await lookOnce();
    quickLooks = wasThere ? timings.againLooks : Math.max(0, quickLooks - 1);
    const waitMs = quickLooks > 0 ? timings.againMs : timings.everyMs;
    if (!isClosed) timer = setTimeout(ask, waitMs).unref();
  });
  const ask = () => void look();
  const unsubscribe = subscribe(ask);
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
