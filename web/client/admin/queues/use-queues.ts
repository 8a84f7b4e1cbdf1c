'use client';
import type { AdminQueue, AdminQueues } from '@agent/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { listQueues } from './queue-api.ts';

const KEY = ['admin-queues'];
/** Calls come and go, and other admins work as well. */
const LOOK_EVERY_MS = 10_000;

/** The queues, looked at again every 10 s. */
export function useQueues() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => listQueues(signal),
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
  });
}

/** Lets the page know of a queue as the server has just answered, and looks at all of them again. */
export function useKnownQueue(): (queue: AdminQueue) => void {
  const client = useQueryClient();
  return useCallback(
    (queue) => {
      client.setQueryData<AdminQueues>(KEY, (known) => known && withQueue(known, queue));
      void client.invalidateQueries({ queryKey: KEY });
    },
    [client],
  );
}

/** Looks at the queues anew, past everything that is known; undefined when that is not possible now. */
export function useLookAgain(): () => Promise<readonly AdminQueue[] | undefined> {
  const client = useQueryClient();
  return useCallback(async () => {
    await client.refetchQueries({ queryKey: KEY });
    return client.getQueryData<AdminQueues>(KEY)?.queues;
  }, [client]);
}

function withQueue(known: AdminQueues, queue: AdminQueue): AdminQueues {
  const others = known.queues.filter(({ id }) => id !== queue.id);
  const byName = (one: AdminQueue, other: AdminQueue) => one.name.localeCompare(other.name, 'en');
  return { ...known, queues: [...others, queue].toSorted(byName) };
}
