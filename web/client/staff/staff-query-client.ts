import { QueryClient } from '@tanstack/react-query';
import { RequestError } from '../http/request-error.ts';

/** What was fetched counts as new for so long. */
const FRESH_MS = 30_000;
/** A list that one comes back to is still there for so long. */
const KEPT_MS = 10 * 60_000;

/**
 * What pages about calls that are over have fetched. One more try for what may succeed by itself; a
 * focused window fetches nothing, so that a list does not move under the eyes.
 */
export function staffQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        gcTime: KEPT_MS,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 1 && error instanceof RequestError && error.retryable,
      },
    },
  });
}
