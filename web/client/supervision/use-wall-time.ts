'use client';
import { WALL_STALE_AFTER_MS } from '@agent/protocol';
import type { WallFreshness } from '@agent/ui/wall';
import { useEffect, useState } from 'react';
import type { FollowedWall } from './use-wall.ts';

/** How old what is shown is. */
export interface WallTime {
  /** The time to count from, by the server's clock. It stands still while there is no news. */
  nowMs: number;
  freshness: WallFreshness;
  /** For how long there has been no news. */
  silentMs: number;
}

const TICK_MS = 1_000;

/** The time of a wall, and whether what it shows is so now. */
export function useWallTime({ wall, clock, connection }: FollowedWall): WallTime {
  const [openedAtMs] = useState(() => Date.now());
  const [tickMs, setTickMs] = useState(openedAtMs);
  useEffect(() => {
    const timer = setInterval(() => setTickMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
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
