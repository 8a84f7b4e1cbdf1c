import 'server-only';
import type { FigureFilter, QueueId, Role, UserId } from '@agent/protocol';
import { type Queryable, queuesOfSupervisor } from '@agent/store';
import { requireSession, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Which figures somebody may see of those that were asked for. */
export interface FiguresOfViewer {
  filter: FigureFilter;
  /** Queues that a supervisor looks after; none: all. */
  queues: readonly QueueId[];
}

/**
 * Agents see their own figures and nobody else's, supervisors with queues those of these queues, other
 * supervisors and admins all.
 */
export async function figuresOfViewer(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  filter: FigureFilter,
): Promise<FiguresOfViewer> {
  const { role, userId } = requireSession(viewer);
  if (role === 'agent' && filter.agent && filter.agent !== userId) {
    throw Problem.forbidden('These are somebody else’s figures.');
  }
  return figuresOfPerson(db, { role, userId }, filter);
}

/** The same of somebody who does not ask just now: an agent's are always its own. */
export async function figuresOfPerson(
  db: Queryable,
  { role, userId }: { role: Role; userId: UserId },
  { queue, agent, outcome }: FigureFilter,
): Promise<FiguresOfViewer> {
  const filter = { ...(queue && { queue }), ...(outcome && { outcome }) };
  if (role === 'agent') return { filter: { ...filter, agent: userId }, queues: [] };
  const queues = role === 'supervisor' ? await queuesOfSupervisor(db, userId) : [];
  return { filter: { ...filter, ...(agent && { agent }) }, queues };
}
