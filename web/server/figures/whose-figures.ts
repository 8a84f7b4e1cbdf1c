import 'server-only';
import type { FigureFilter, QueueId } from '@agent/protocol';
import { queuesOfSupervisor } from '@agent/store';
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
  { queue, agent, outcome }: FigureFilter,
): Promise<FiguresOfViewer> {
  const { role, userId } = requireSession(viewer);
  const filter = { ...(queue && { queue }), ...(outcome && { outcome }) };
  if (role !== 'agent') {
    const queues = role === 'supervisor' ? await queuesOfSupervisor(db, userId) : [];
    return { filter: { ...filter, ...(agent && { agent }) }, queues };
  }
  if (agent && agent !== userId) throw Problem.forbidden('These are somebody else’s figures.');
  return { filter: { ...filter, agent: userId }, queues: [] };
}
