import { userIdSchema } from '@agent/protocol';
import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AgentFigures, AgentFilters } from '#client/figures/agents/agent-figures.tsx';
import { pageViewer } from '#server/access/page-session.ts';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { readAgentDay } from '#server/figures/read-agent-day.ts';
import { isProblem } from '#server/problem.ts';
import { services } from '#server/services.ts';
import { FigureNav } from '../../figure-nav.tsx';
import '../../dashboard.css';

export const metadata: Metadata = { title: 'Figures of an agent' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One agent's figures and days, for those who look after the agent. */
export default async function FiguresOfAgentPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const path = `/dashboard/agents/${encodeURIComponent(id)}`;
  await requirePageRole(['supervisor', 'admin'], path, await searchParams);
  const agentId = userIdSchema.safeParse(id).data;
  if (!agentId) notFound();
  const viewer = await pageViewer();
  const asked = { agentId, day: undefined };
  const { agent } = await readAgentDay(services(), viewer, asked).catch((error: unknown) => {
    if (isProblem(error) && error.code === 'not-found') notFound();
    throw error;
  });
  return (
    <AppShell variant="desk">
      <div className="dashboard">
        <div className="dashboard-head">
          <h1 className="dashboard-agent">{agent.name}</h1>
          <FigureNav />
          <AgentFilters />
        </div>
        <div className="dashboard-body">
          <AgentFigures agentId={agentId} isOwn={false} />
        </div>
      </div>
    </AppShell>
  );
}
