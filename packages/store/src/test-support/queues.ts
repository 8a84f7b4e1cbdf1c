import type { NewQueue, QueueId } from '@agent/protocol';
import type { Database, Transaction } from '../database/connect.ts';
import { addQueue } from '../queues/add-queue.ts';

/** A queue as an admin may send it; what is not given is made up. */
export function aQueue(queue: Partial<NewQueue> = {}): NewQueue {
  return {
    ...{ name: 'Returns', language: 'en', terms: [], target: { percent: 80, seconds: 20 } },
    ...{ recorded: true, recordingNotice: '', listeningTold: false, cardIds: null },
    outcomes: [
      { id: null, label: 'Resolved', resolves: true },
      { id: null, label: 'Other', resolves: false },
    ],
    ...{ outcomeRequired: true, memberIds: [], ...queue },
  };
}

/** Adds a queue and returns its id. */
export async function newQueue(db: Database, queue: Partial<NewQueue> = {}): Promise<QueueId> {
  const added = await addQueue(db, aQueue(queue));
  if (added.outcome !== 'added') throw new Error(`The queue was not added: ${added.outcome}.`);
  return added.queueId;
}

/** Leaves the queue of the beginning alone, as it was then. */
export async function resetQueues(tx: Transaction): Promise<void> {
  await tx`delete from agent_queues where queue_id <> 'main'`;
  await tx`delete from queue_outcomes where queue_id <> 'main' or place > 3`;
  await tx`delete from queues where id <> 'main'`;
  await tx`
    update queues set name = 'Main', language = 'en', terms = '{}', card_ids = null, version = 1,
      removed_at = null where id = 'main'`;
  await tx`
    update queue_outcomes set removed_at = null, label = first.label, place = first.place
    from (values ('resolved', 'Resolved', 0), ('follow-up', 'Follow-up needed', 1),
      ('escalated', 'Escalated', 2), ('other', 'Other', 3)) first (id, label, place)
    where queue_outcomes.id = first.id`;
}
