import 'server-only';
import type { AdminQueue, AdminQueues, QueueId } from '@agent/protocol';
import {
  type Queryable,
  readAdminQueue,
  readAdminQueues,
  readQueueAgents,
  readQueueCards,
} from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';

/** The open queues as an admin sees them, with the agents and cards that can be chosen for them. */
export async function readQueues(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
): Promise<AdminQueues> {
  requireRole(viewer, 'admin');
  const [queues, agents, cards] = await Promise.all([
    readAdminQueues(db),
    readQueueAgents(db),
    readQueueCards(db),
  ]);
  return { queues, agents, cards };
}

/** A queue that was there a moment ago. */
export async function queueNow(db: Queryable, queueId: QueueId): Promise<AdminQueue> {
  const queue = await readAdminQueue(db, queueId);
  if (!queue) throw noSuchQueue();
  return queue;
}

/** Says that a queue is not there, any more or at all. */
export function noSuchQueue(): Problem {
  return Problem.notFound('There is no such queue any more.');
}
