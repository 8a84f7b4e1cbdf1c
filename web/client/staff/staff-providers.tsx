'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { staffQueryClient } from './staff-query-client.ts';

/** What the pages for staff stand on: what was fetched, and the address as state. */
export function StaffProviders({ children }: { children: ReactNode }) {
  const [client] = useState(staffQueryClient);
  return (
    <NuqsAdapter>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </NuqsAdapter>
  );
}
