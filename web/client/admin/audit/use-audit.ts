'use client';
import type { AuditEntryView, AuditPage } from '@agent/protocol';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type AuditFilters, readAudit, readAuditChoices } from './audit-api.ts';

/** The entries that were found, as far as they have been fetched. */
export interface AuditListState {
  /** Undefined until something has come. */
  entries: readonly AuditEntryView[] | undefined;
  /** The zone in which times are shown. */
  zone: string;
  problem: Error | null;
  /** Whether more could not be fetched. */
  hasMoreFailed: boolean;
  isOffline: boolean;
  /** Whether what is shown is what other filters have found. */
  isOld: boolean;
  hasMore: boolean;
  isFetchingMore: boolean;
  isFetching: boolean;
  /** Asks again, from the newest. */
  retry(): void;
  retryMore(): void;
}

/** Fetches the log, `pages` pages of it; what other filters have found stays in sight until the answer. */
export function useAudit(filters: AuditFilters, pages: number): AuditListState {
  const list = useInfiniteQuery({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam, signal }) => readAudit(filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }: AuditPage) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const { data, fetchNextPage, hasNextPage, isFetching, isPlaceholderData } = list;
  const have = isPlaceholderData ? 0 : (data?.pages.length ?? 0);
  const isMissing = have < pages && hasNextPage && !list.isFetchNextPageError;
  useEffect(() => {
    if (isMissing && !isFetching && have > 0) void fetchNextPage();
  }, [isMissing, isFetching, have, fetchNextPage]);
  return {
    entries: data?.pages.flatMap(({ entries }) => entries),
    zone: data?.pages.at(-1)?.zone ?? 'UTC',
    problem: list.error,
    hasMoreFailed: list.isFetchNextPageError,
    isOffline: list.isPaused,
    isOld: isPlaceholderData,
    hasMore: hasNextPage && !isPlaceholderData,
    isFetchingMore: list.isFetchingNextPage || isMissing,
    isFetching,
    retry: () => void list.refetch(),
    retryMore: () => void fetchNextPage(),
  };
}

/** People and acts to choose from; undefined until they have come. */
export function useAuditChoices() {
  const { data } = useQuery({
    queryKey: ['audit-choices'],
    queryFn: ({ signal }) => readAuditChoices(signal),
  });
  return data;
}
