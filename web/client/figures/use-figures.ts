'use client';
import type { Metrics, MetricsQuery } from '@agent/protocol';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readFigures } from './figure-api.ts';
import { type FilterAddress, includesToday } from './filters/figure-address.ts';

/** Figures as far as this browser has them. */
export interface FiguresState {
  /** `updating`: what is shown is of another question; `stale`: the newest could not be fetched. */
  status: 'loading' | 'ready' | 'updating' | 'stale' | 'failed' | 'paused';
  figures: Metrics | null;
  problem: Error | null;
  retry(): void;
}

/** Figures of today are asked for so often where nobody says that something has changed. */
export const POLL_MS = 2_000;
/** As often where somebody does, and where a day more or less is little. */
export const SLOW_POLL_MS = 10_000;
/** How often figures of a period are asked for; false where they do not change any more. */
export function pollMsOf(filter: FilterAddress, isPushed = false): number | false {
  if (!includesToday(filter)) return false;
  return filter.period === 'today' && !isPushed ? POLL_MS : SLOW_POLL_MS;
}

/** Begins the keys of all that is asked about figures. */
export const FIGURES_KEY = 'figures';

/**
 * Fetches figures and, where they may change, fetches them again and again. What a question has found stays in
 * sight until the next answer.
 */
export function useFigures(
  query: MetricsQuery | null,
  { pollMs }: { pollMs: number | false },
): FiguresState {
  const list = useQuery({
    queryKey: [FIGURES_KEY, query],
    queryFn: ({ signal }) => readFigures(query ?? {}, signal),
    enabled: query !== null,
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
    staleTime: pollMs === false ? 30_000 : 0,
  });
  return {
    status: statusOf(list),
    figures: list.data ?? null,
    problem: list.error,
    retry: () => void list.refetch(),
  };
}

/** How far a question has come, whatever its answer is. */
export function statusOf({
  data,
  isPaused,
  isError,
  isPlaceholderData,
}: {
  data: unknown;
  isPaused: boolean;
  isError: boolean;
  isPlaceholderData: boolean;
}): FiguresState['status'] {
  if (isPaused) return 'paused';
  if (isError) return data && !isPlaceholderData ? 'stale' : 'failed';
  if (!data) return 'loading';
  return isPlaceholderData ? 'updating' : 'ready';
}
