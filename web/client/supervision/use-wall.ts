'use client';
import { WALL_STALE_AFTER_MS, type WallUpdate, wallSchema } from '@agent/protocol';
import { useEffect, useState } from 'react';
import {
  followEventStream,
  type StreamConnection,
  type StreamState,
} from '../http/event-stream.ts';
import { hearClock, type ServerClock } from './server-clock.ts';
import { WALL_STREAM } from './wall-api.ts';
import { applyWallUpdate, type Wall } from './wall-state.ts';

/** All calls as far as this browser knows them. */
export interface FollowedWall {
  /** null until the first message. */
  wall: Wall | null;
  clock: ServerClock | null;
  connection: StreamConnection;
}

/** Follows all calls that the viewer may see. Another `attempt` opens the stream again. */
export function useWall(attempt: number): FollowedWall {
  const [followed, setFollowed] = useState<FollowedWall>(nothingYet);
  useEffect(() => {
    const following = new AbortController();
    let last: WallUpdate | null = null;
    const onState = ({ data, connection }: StreamState<WallUpdate>) => {
      const news = data === last ? null : data;
      last = data;
      const nowMs = Date.now();
      setFollowed((before) => (news ? hear(before, news, nowMs) : { ...before, connection }));
    };
    void followEventStream({
      ...{ url: WALL_STREAM, schema: wallSchema, onState, signal: following.signal },
      silentMs: WALL_STALE_AFTER_MS,
    });
    return () => following.abort();
  }, [attempt]);
  return followed;
}

function hear({ wall, clock }: FollowedWall, update: WallUpdate, nowMs: number): FollowedWall {
  const isWhole = update.kind === 'whole';
  return {
    wall: applyWallUpdate(wall, update),
    clock: hearClock(clock, Date.parse(update.at), nowMs, isWhole),
    connection: 'open',
  };
}

function nothingYet(): FollowedWall {
  return { wall: null, clock: null, connection: 'connecting' };
}
