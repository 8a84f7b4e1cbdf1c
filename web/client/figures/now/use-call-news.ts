'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Wall } from '../../supervision/wall-state.ts';
import { FIGURES_KEY } from '../use-figures.ts';

/** Figures are fetched again at most so often, however much happens. */
const AT_MOST_EVERY_MS = 1_000;

/**
 * Has figures fetched again as soon as the wall tells of something that changes some: a call begins, is
 * answered or ends, a wrap-up does.
 */
export function useCallNews(wall: Wall | null): void {
  const client = useQueryClient();
  const known = useRef<string | null>(null);
  const askedAtMs = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const state = wall && stateOf(wall);
    const before = known.current;
    known.current = state;
    if (state === null || before === null || state === before || timer.current) return;
    const waitMs = Math.max(0, askedAtMs.current + AT_MOST_EVERY_MS - Date.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      askedAtMs.current = Date.now();
      void client.invalidateQueries({ queryKey: [FIGURES_KEY] });
    }, waitMs);
  }, [wall, client]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}

/** All of a wall that figures go by. */
function stateOf({ calls, waiting, agents, today }: Wall): string {
  return [
    `${today.inTarget} ${today.targeted}`,
    ...calls.map(({ callId, agent }) => `${callId} ${agent?.userId}`),
    ...waiting.map(({ callId, isOffered }) => `${callId} ${isOffered}`),
    ...agents.map(({ userId, status }) => `${userId} ${status}`),
  ].join();
}
