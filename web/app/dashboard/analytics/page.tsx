import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { AnalyticsPage } from './analytics-page.tsx';
import '../dashboard.css';

export const metadata: Metadata = { title: 'What calls are about' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What calls are about and what suggestions are used for, for supervisors and admins. */
export default async function WhatCallsAreAboutPage({ searchParams }: PageProps) {
  const { role } = await requirePageRole(
    ['supervisor', 'admin'],
    '/dashboard/analytics',
    await searchParams,
  );
  return (
    <AppShell variant="desk">
      <AnalyticsPage isAdmin={role === 'admin'} />
    </AppShell>
  );
}
