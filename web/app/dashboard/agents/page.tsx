import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { AgentsPage } from './agents-page.tsx';
import '../dashboard.css';

export const metadata: Metadata = { title: 'Figures of agents' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What agents' calls are like, one beside the other, for supervisors and admins. */
export default async function FiguresOfAgentsPage({ searchParams }: PageProps) {
  await requirePageRole(['supervisor', 'admin'], '/dashboard/agents', await searchParams);
  return (
    <AppShell variant="desk">
      <AgentsPage />
    </AppShell>
  );
}
