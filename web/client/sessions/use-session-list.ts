'use client';
import type { SessionPage, SessionSummary } from '@agent/protocol';
import type { SessionCount, SessionListStatus, SessionMoreState } from '@agent/ui/sessions';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { RequestError } from '../http/request-error.ts';
import { type ListFilters, sessionQuery } from './session-address.ts';
import { listSessions } from './session-api.ts';

/** The calls that were found, as far as they have been fetched. */
export interface SessionListState {
  status: SessionListStatus;
  sessions: readonly SessionSummary[];
  /** Null while it is not known. */
  count: SessionCount | null;
  more: SessionMoreState;
  problem: RequestError | Error | null;
  retry(): void;
  /** Fetches a page that failed once more. */
  retryMore(): void;
}

/**
 * Fetches the calls that filters let through, `pages` pages of them. A question that has been replaced is
 * given up; what it had found stays in sight until the next answer.
 */
export function useSessionList(filters: ListFilters, pages: number): SessionListState {
  const asked = sessionQuery(filters, new Date());
  const list = useInfiniteQuery({
    queryKey: ['sessions', asked],
    queryFn: ({ pageParam, signal }) => listSessions(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }: SessionPage) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage, hasNextPage, isFetching, isPlaceholderData } = list;
  const have = isPlaceholderData ? 0 : (data?.pages.length ?? 0);
  const isMissing = have < pages && hasNextPage && !list.isFetchNextPageError;
  useEffect(() => {
    if (isMissing && !isFetching && have > 0) void fetchNextPage();
  }, [isMissing, isFetching, have, fetchNextPage]);
  const sessions = useMemo(() => data?.pages.flatMap((page) => page.sessions) ?? [], [data]);
  return {
    status: statusOf(list),
    sessions,
    count: isPlaceholderData ? null : (data?.pages[0]?.count ?? null),
    more: moreOf(list, isMissing),
    problem: list.error,
    retry: () => void list.refetch(),
    retryMore: () => void fetchNextPage(),
  };
}

type ListResult = ReturnType<typeof useInfiniteQuery>;

function statusOf(
  list: Pick<
    ListResult,
    'isPending' | 'isPaused' | 'isError' | 'isFetchNextPageError' | 'isPlaceholderData'
  >,
): SessionListStatus {
  if (list.isPaused) return 'paused';
  if (list.isError && !list.isFetchNextPageError) return 'failed';
  if (list.isPending) return 'loading';
  return list.isPlaceholderData ? 'updating' : 'ready';
}

function moreOf(
  list: Pick<
    ListResult,
    'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'isPlaceholderData'
  >,
  isMissing: boolean,
): SessionMoreState {
  if (!list.hasNextPage || list.isPlaceholderData) return 'none';
  if (list.isFetchingNextPage || isMissing) return 'loading';
  return list.isFetchNextPageError ? 'failed' : 'ready';
}
