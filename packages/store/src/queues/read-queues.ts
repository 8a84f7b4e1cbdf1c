import { type NamedQueue, namedQueueSchema, type QueueId, type UserId } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { type QueueRow, queueRowSchema } from './queue-row.ts';

/** The queue of this id, also one that was removed; undefined when there never was one. */
export async function findQueue(db: Queryable, queueId: QueueId): Promise<QueueRow | undefined> {
  const [row] = await db`select * from queues where id = ${queueId}`;
  return row && queueRowSchema.parse(row);
}

/** Queues that can be called, by name. */
export async function openQueues(db: Queryable): Promise<QueueRow[]> {
  const rows = await db`
    select * from queues where removed_at is null order by lower(name), id`;
  return z.array(queueRowSchema).parse(rows);
}

/** All queues that calls may name, by name; those that were removed behind the others. */
export async function allQueues(db: Queryable): Promise<NamedQueue[]> {
  const rows = await db`
    select id, name from queues order by removed_at is not null, lower(name), id`;
  return z.array(namedQueueSchema).parse(rows);
}

/** Whose calls an agent takes, by name. */
export async function queuesOfAgent(db: Queryable, agentId: UserId): Promise<NamedQueue[]> {
  const rows = await db`
    select q.id, q.name from agent_queues a join queues q on q.id = a.queue_id
    where a.agent_id = ${agentId} and q.removed_at is null order by lower(q.name), q.id`;
  return z.array(namedQueueSchema).parse(rows);
}
