'use client';
import type { AdminUser, AdminUserPage, NamedQueue, UserId } from '@agent/protocol';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { listUsers, readUser } from './user-api.ts';

const LIST = 'users';
const ONE = 'user';

/** The people that were found, as far as they have been fetched. */
export interface UserListState {
  users: readonly AdminUser[] | undefined;
  queues: readonly NamedQueue[];
  problem: Error | null;
  isOffline: boolean;
  hasMore: boolean;
  isFetchingMore: boolean;
  more(): void;
  retry(): void;
}

/** Fetches people by name; what a question before has found stays in sight until the answer. */
export function useUserList(query: string): UserListState {
  const list = useInfiniteQuery({
    queryKey: [LIST, query.trim()],
    queryFn: ({ pageParam, signal }) => listUsers(query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }: AdminUserPage) => nextCursor,
    placeholderData: keepPreviousData,
  });
  return {
    users: list.data?.pages.flatMap(({ users }) => users),
    queues: list.data?.pages.at(-1)?.queues ?? [],
    problem: list.error,
    isOffline: list.isPaused,
    hasMore: list.hasNextPage && !list.isPlaceholderData,
    isFetchingMore: list.isFetchingNextPage,
    more: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  };
}

/** One person; `listed` is what the list knows of them, until they have been fetched. */
export function useUser(userId: UserId | null, listed: AdminUser | undefined) {
  return useQuery({
    queryKey: [ONE, userId],
    queryFn: ({ signal }) => {
      if (!userId) throw new Error('Nobody is asked for.');
      return readUser(userId, signal);
    },
    enabled: userId !== null,
    staleTime: 0,
    ...(listed && { placeholderData: listed }),
  });
}

/** Lets the pages know of a person as the server has just answered, and fetches the list anew. */
export function useKnownUser(): (user: AdminUser) => void {
  const client = useQueryClient();
  return useCallback(
    (user) => {
      client.setQueryData([ONE, user.id], user);
      void client.invalidateQueries({ queryKey: [LIST] });
    },
    [client],
  );
}

/** Asks for a person anew, past everything that is known. */
export function useFreshUser(): (userId: UserId) => Promise<AdminUser> {
  const client = useQueryClient();
  return useCallback(
    (userId) =>
      client.fetchQuery({ queryKey: [ONE, userId], queryFn: () => readUser(userId), staleTime: 0 }),
    [client],
  );
}
