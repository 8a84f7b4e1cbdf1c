'use client';
import { type SampleData, sampleDataSchema } from '@agent/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { request } from '../../http/request.ts';

const path = '/api/sample-data';
const key = ['sample-data'];
/** While it comes or goes its progress is asked for so often; else it is asked for when the page comes to the front. */
const WATCH_MS = 1_000;

/** The made-up past, and what an administrator can do about it. */
export interface SampleDataState {
  /** Undefined while it is not known. */
  data: SampleData | undefined;
  add(): void;
  remove(): void;
  /** Whether one of them is on its way. */
  isPending: boolean;
  /** Why the last of them was refused. */
  problem: Error | null;
}

/** Follows the made-up past; when it has come or gone, everything on the page is asked for anew. */
export function useSampleData(): SampleDataState {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(sampleDataSchema, path, { signal }),
    refetchInterval: ({ state }) => (isOnItsWay(state.data) ? WATCH_MS : false),
  });
  const act = useMutation({
    mutationFn: (method: 'POST' | 'DELETE') => request(sampleDataSchema, path, { method }),
    onSuccess: (told) => client.setQueryData(key, told),
  });
  useWhenSettled(data, () => client.invalidateQueries());
  return {
    data,
    add: () => act.mutate('POST'),
    remove: () => act.mutate('DELETE'),
    isPending: act.isPending,
    problem: act.error,
  };
}

/** Whether it comes or goes. */
export function isOnItsWay(data: SampleData | undefined): boolean {
  return data?.state === 'adding' || data?.state === 'removing';
}

function useWhenSettled(data: SampleData | undefined, run: () => unknown): void {
  const onItsWay = isOnItsWay(data);
  const before = useRef(onItsWay);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const hasSettled = before.current && !onItsWay;
    before.current = onItsWay;
    if (hasSettled) latest.current();
  }, [onItsWay]);
}
