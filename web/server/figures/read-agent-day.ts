import 'server-only';
import type { AgentDay, UserId } from '@agent/protocol';
import { mayLookAtAgent, readAgentDay as read, readFigureZone } from '@agent/store';
import { requireSession, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** What an agent did on a day; for the agent, who looks after one of its queues, and admins. */
export async function readAgentDay(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  { agentId, day }: { agentId: UserId; day: string | undefined },
): Promise<AgentDay> {
  if (!(await mayLookAtAgent(db, requireSession(viewer), agentId))) throw Problem.notFound();
  const { zone } = await readFigureZone(db);
  const found = await read(db, { agentId, day, zone });
  if (!found) throw Problem.notFound();
  const { userId, name, startsAt, endsAt, at, spans, ...days } = found;
  return {
    agent: { userId, name },
    zone,
    ...days,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    at: at.toISOString(),
    spans: spans.map((span) => ({
      ...span,
      startsAt: span.startsAt.toISOString(),
      endsAt: span.endsAt?.toISOString() ?? null,
    })),
  };
}
