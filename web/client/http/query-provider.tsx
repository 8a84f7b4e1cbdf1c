'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { RequestError } from './request-error.ts';

const MAX_RETRIES = 2;

/** What pages ask the server for and keep. An answer says itself when it is stale. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            // Without a network it fails at once and says so, rather than wait in silence.
            networkMode: 'always',
            refetchOnWindowFocus: false,
            staleTime: Number.POSITIVE_INFINITY,
            retry: (count, error) => count < MAX_RETRIES && mayHelp(error),
          },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function mayHelp(error: Error): boolean {
  return error instanceof RequestError && error.retryable;
}
