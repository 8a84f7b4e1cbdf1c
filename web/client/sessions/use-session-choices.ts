'use client';
import { useQuery } from '@tanstack/react-query';
import { sessionChoices } from './session-api.ts';

/** By what calls can be looked for beside people. */
export interface Choices {
  /** Undefined where there is no choice, and until it is known. */
  queues: readonly { id: string; name: string }[] | undefined;
  outcomes: readonly { id: string; name: string }[] | undefined;
}

/** Fetches by which queues and outcomes calls can be looked for. */
export function useSessionChoices(): Choices {
  const { data } = useQuery({
    queryKey: ['session-choices'],
    queryFn: ({ signal }) => sessionChoices(signal),
  });
  const outcomes = data?.outcomes.map(({ id, label }) => ({ id, name: label }));
  return { queues: data && data.queues.length > 1 ? data.queues : undefined, outcomes };
}
