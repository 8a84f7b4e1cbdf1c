'use client';
import type { Analytics, AnalyticsQuery } from '@agent/protocol';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readAnalytics } from '../figure-api.ts';
import { FIGURES_KEY, type FiguresState, statusOf } from '../use-figures.ts';

/** What calls are about, as far as this browser knows. */
export interface AnalyticsState extends Omit<FiguresState, 'figures'> {
  analytics: Analytics | null;
}

/** Asked for so often while the period goes on: a call more or less is little here. */
export const ANALYTICS_POLL_MS = 30_000;

/** Fetches what calls are about; what a question has found stays in sight until the next answer. */
export function useAnalytics(
  query: AnalyticsQuery,
  { includesToday }: { includesToday: boolean },
): AnalyticsState {
  const found = useQuery({
    queryKey: [FIGURES_KEY, 'analytics', query],
    queryFn: ({ signal }) => readAnalytics(query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: includesToday && ANALYTICS_POLL_MS,
    staleTime: ANALYTICS_POLL_MS,
  });
  return {
    status: statusOf(found),
    analytics: found.data ?? null,
    problem: found.error,
    retry: () => void found.refetch(),
  };
}
