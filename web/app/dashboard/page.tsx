import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { DashboardPage } from './dashboard-page.tsx';
import './dashboard.css';

export const metadata: Metadata = { title: 'Figures' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** How calls go and went, for supervisors and admins. */
export default async function FiguresPage({ searchParams }: PageProps) {
  const { userId, role } = await requirePageRole(
    ['supervisor', 'admin'],
    '/dashboard',
    await searchParams,
  );
  return (
    <AppShell variant="desk">
      <DashboardPage viewer={{ userId, role }} />
    </AppShell>
  );
}
