'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { sessionsQueryClient } from './sessions-query-client.ts';

/** What pages about calls that are over stand on: what was fetched, and the address as state. */
export function SessionsProviders({ children }: { children: ReactNode }) {
  const [client] = useState(sessionsQueryClient);
  return (
    <NuqsAdapter>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </NuqsAdapter>
  );
}
