import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { requirePageSession } from '#server/access/require-page-session.ts';
import { SessionHistory } from './session-history.tsx';
import './history.css';

export const metadata: Metadata = { title: 'Calls' };

interface HistoryPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Calls that are over; agents see their own, supervisors and admins all. */
export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const session = await requirePageSession('/calls/history', await searchParams);
  return (
    <AppShell variant="desk">
      <SessionHistory isOverseer={session.role !== 'agent'} />
    </AppShell>
  );
}
