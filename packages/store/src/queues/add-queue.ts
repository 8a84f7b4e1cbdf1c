import { MAX_QUEUES, type NewQueue, type QueueId, queueIdSchema } from '@agent/protocol';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { notifyDesk, notifyQueue } from '../database/notifications.ts';
import { freeSlug } from './free-slug.ts';
import { addMembers } from './queue-members.ts';
import { writeOutcomes } from './write-outcomes.ts';
import { insertQueue, isQueueNameTaken, lockQueues } from './write-queue.ts';

/** What became of the wish for a queue. `too-many`: there are `MAX_QUEUES`. */
export type AddQueueOutcome =
  | { outcome: 'added'; queueId: QueueId }
  | { outcome: 'name-taken' }
  | { outcome: 'too-many' };

/** Adds a queue, with an id made from its name that no queue has ever had. */
export async function addQueue(db: Queryable, queue: NewQueue): Promise<AddQueueOutcome> {
  return inTransaction(db, async (tx) => {
    await lockQueues(tx);
    if (await isQueueNameTaken(tx, queue.name, null)) return { outcome: 'name-taken' };
    const ids = await tx<{ id: string; isOpen: boolean }[]>`
      select id, removed_at is null as is_open from queues`;
    if (ids.filter(({ isOpen }) => isOpen).length >= MAX_QUEUES) return { outcome: 'too-many' };
    const taken = new Set(ids.map(({ id }) => id));
    return { outcome: 'added', queueId: await add(tx, queue, taken) };
  });
}

async function add(tx: Transaction, queue: NewQueue, taken: ReadonlySet<string>): Promise<QueueId> {
  const queueId = queueIdSchema.parse(freeSlug(queue.name, taken, 'queue'));
  await insertQueue(tx, queueId, queue);
  await writeOutcomes(tx, queueId, queue.outcomes);
  await addMembers(tx, queueId, queue.memberIds);
  await notifyQueue(tx, queueId);
  await notifyDesk(tx, '*');
  return queueId;
}
