import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { AgentFigures, AgentFilters } from '#client/figures/agents/agent-figures.tsx';
import { StaffFrame } from '#client/staff/staff-frame.tsx';
import { StaffProviders } from '#client/staff/staff-providers.tsx';
import { requirePageRole } from '#server/access/require-page-session.ts';
import '../../dashboard/dashboard.css';
import { readTheme } from '../../read-theme.ts';

export const metadata: Metadata = { title: 'My figures' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** An agent's own figures and days, and nobody else's. */
export default async function OwnFiguresPage({ searchParams }: PageProps) {
  const { userId, displayName } = await requirePageRole('agent', '/agent/me', await searchParams);
  return (
    <StaffFrame
      here="my-figures"
      staffRole="agent"
      account={{ displayName, theme: await readTheme() }}
    >
      <StaffProviders>
        <AppShell variant="desk">
          <div className="dashboard">
            <div className="dashboard-head">
              <h1>My figures</h1>
              <AgentFilters />
            </div>
            <div className="dashboard-body">
              <AgentFigures agentId={userId} isOwn />
            </div>
          </div>
        </AppShell>
      </StaffProviders>
    </StaffFrame>
  );
}
