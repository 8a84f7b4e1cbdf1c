import { callIdSchema, type QueueId, queueIdSchema, type Role, type UserId } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';
import { notifyDesk, notifyMonitor, notifyQueue } from '../database/notifications.ts';

/**
 * Gives somebody the queues of their role: an agent takes the calls of these and of no other, a supervisor
 * looks after them, or after all when there is none. Admins have none. Queues of another role go.
 */
export async function setQueuesOfUser(
  tx: Transaction,
  userId: UserId,
  role: Role,
  queueIds: readonly QueueId[],
): Promise<void> {
  await setQueuesOfAgent(tx, userId, role === 'agent' ? queueIds : []);
  await setQueuesOfSupervisor(tx, userId, role === 'supervisor' ? queueIds : []);
}

/** Lets an agent take the calls of these queues and of no other. */
export async function setQueuesOfAgent(
  tx: Transaction,
  userId: UserId,
  queueIds: readonly QueueId[],
): Promise<void> {
  await setQueues(tx, { table: 'agent_queues', column: 'agent_id' }, userId, queueIds);
  await notifyDesk(tx, '*');
}

async function setQueuesOfSupervisor(
  tx: Transaction,
  userId: UserId,
  queueIds: readonly QueueId[],
): Promise<void> {
  await setQueues(tx, { table: 'queue_supervisors', column: 'user_id' }, userId, queueIds);
  await lookAtRoomsOf(tx, userId);
}

/** Where it stands who belongs to which queue. */
type Membership =
  | { table: 'agent_queues'; column: 'agent_id' }
  | { table: 'queue_supervisors'; column: 'user_id' };

async function setQueues(
  tx: Transaction,
  membership: Membership,
  userId: UserId,
  queueIds: readonly QueueId[],
): Promise<void> {
  const [table, column] = [tx.raw(membership.table), tx.raw(membership.column)];
  const ids = [...queueIds];
  const left = await tx`
    delete from ${table} where ${column} = ${userId} and queue_id <> all (${ids}::text[])
    returning queue_id`;
  const joined = await tx`
    insert into ${table} (${column}, queue_id)
    select ${userId}, id from unnest(${ids}::text[]) id on conflict do nothing returning queue_id`;
  for (const row of [...left, ...joined]) await notifyQueue(tx, queueIdSchema.parse(row.queueId));
}

/** Whoever listens to a call that is not theirs any more is put out at once. */
async function lookAtRoomsOf(tx: Transaction, userId: UserId): Promise<void> {
  const rows = await tx`
    select distinct call_id from call_monitors where supervisor_id = ${userId} and ended_at is null`;
  for (const row of rows) await notifyMonitor(tx, callIdSchema.parse(row.callId));
}
