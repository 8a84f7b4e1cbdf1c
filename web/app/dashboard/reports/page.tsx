import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { ReportsPage } from './reports-page.tsx';
import '../dashboard.css';

export const metadata: Metadata = { title: 'Reports' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Figures and calls as files, now and regularly, for supervisors and admins. */
export default async function ReportsOfFiguresPage({ searchParams }: PageProps) {
  const { userId } = await requirePageRole(
    ['supervisor', 'admin'],
    '/dashboard/reports',
    await searchParams,
  );
  return (
    <AppShell variant="desk">
      <ReportsPage userId={userId} />
    </AppShell>
  );
}
