'use client';
import { WALL_STALE_AFTER_MS } from '@agent/protocol';
import type { WallFreshness } from '@agent/ui/wall';
import { useState } from 'react';
import { useSteadyClock } from './use-steady-clock.ts';
import type { FollowedWall } from './use-wall.ts';

/** How old what is shown is. */
export interface WallTime {
  /** The time to count from, by the server's clock. It stands still while there is no news. */
  nowMs: number;
  freshness: WallFreshness;
  /** For how long there has been no news. */
  silentMs: number;
}

/** The time of a wall, and whether what it shows is so now. */
export function useWallTime({ wall, clock, connection }: FollowedWall): WallTime {
  const tickMs = useSteadyClock();
  const [openedAtMs] = useState(tickMs);
  const heardAtMs = clock?.heardAtMs ?? openedAtMs;
  const silentMs = Math.max(0, tickMs - heardAtMs);
  const isStale = wall !== null && silentMs >= WALL_STALE_AFTER_MS;
  const hereMs = isStale ? heardAtMs : Math.max(tickMs, heardAtMs);
  return {
    nowMs: hereMs + (clock?.aheadMs ?? 0),
    freshness: freshnessOf(wall !== null, isStale, connection === 'offline'),
    silentMs,
  };
}

function freshnessOf(isThere: boolean, isStale: boolean, isOffline: boolean): WallFreshness {
  if (isThere && !isStale) return 'live';
  if (isOffline) return 'offline';
  return isThere ? 'stale' : 'loading';
}
