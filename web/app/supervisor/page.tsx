import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { SupervisorWall } from './supervisor-wall.tsx';
import './supervisor.css';

export const metadata: Metadata = { title: 'Wall' };

interface WallPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Calls that go on, for supervisors and admins. */
export default async function WallPage({ searchParams }: WallPageProps) {
  const { userId } = await requirePageRole(
    ['supervisor', 'admin'],
    '/supervisor',
    await searchParams,
  );
  return (
    <AppShell variant="desk">
      <SupervisorWall userId={userId} />
    </AppShell>
  );
}
