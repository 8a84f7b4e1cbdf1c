import type { QueueId, UserId } from '@agent/protocol';
import { userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { notifyDesk, notifyQueue } from '../database/notifications.ts';
import { readAdminQueue } from './admin-queues.ts';
import { lockQueues } from './write-queue.ts';

/**
 * What became of the wish to remove a queue. `last`: there would be none; `in-use`: so many calls wait or go
 * on in it; `looked-after`: these supervisors have no other, and without any would look after all.
 */
export type RemoveQueueOutcome =
  | { outcome: 'removed'; name: string; members: UserId[] }
  | { outcome: 'in-use'; calls: number }
  | { outcome: 'looked-after'; by: string[] }
  | { outcome: 'last' | 'stale' | 'not-found' };

/** Removes a queue that nobody waits or talks in. Nobody can call it any more; calls of before keep it. */
export async function removeQueue(
  db: Queryable,
  queueId: QueueId,
  version: number,
): Promise<RemoveQueueOutcome> {
  return inTransaction(db, async (tx) => {
    await lockQueues(tx);
    // Waits for calls that are just being made in it, and they for us.
    await tx`select 1 from queues where id = ${queueId} for update`;
    const queue = await readAdminQueue(tx, queueId);
    if (!queue) return { outcome: 'not-found' };
    if (queue.version !== version) return { outcome: 'stale' };
    if (queue.openCalls > 0) return { outcome: 'in-use', calls: queue.openCalls };
    const others = await tx`
      select 1 from queues where removed_at is null and id <> ${queueId} limit 1`;
    if (others.length === 0) return { outcome: 'last' };
    const by = await onlySupervisorsOf(tx, queueId);
    if (by.length > 0) return { outcome: 'looked-after', by };
    await tx`
      update queues set removed_at = clock_timestamp(), updated_at = clock_timestamp(),
        version = version + 1 where id = ${queueId}`;
    const rows = await tx`
      delete from agent_queues where queue_id = ${queueId} returning agent_id`;
    await notifyQueue(tx, queueId);
    await notifyDesk(tx, '*');
    const members = z.array(z.object({ agentId: userIdSchema })).parse(rows);
    return { outcome: 'removed', name: queue.name, members: members.map(({ agentId }) => agentId) };
  });
}

/** Names of those who look after this queue and no other that is open. */
async function onlySupervisorsOf(tx: Transaction, queueId: QueueId): Promise<string[]> {
  const rows = await tx`
    select display_name from users u join queue_supervisors s on s.user_id = u.id
    where s.queue_id = ${queueId} and role = 'supervisor' and not exists (
      select from queue_supervisors other join queues q on q.id = other.queue_id
      where other.user_id = u.id and q.id <> ${queueId} and q.removed_at is null
    )
    order by lower(display_name), u.id`;
  return z
    .array(z.object({ displayName: z.string() }))
    .parse(rows)
    .map(({ displayName }) => displayName);
}
