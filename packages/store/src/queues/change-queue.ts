import {
  type AdminQueue,
  type QueueChange,
  type QueueFieldName,
  type QueueId,
  queueFieldNames,
  type UserId,
} from '@agent/protocol';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { notifyDesk, notifyQueue } from '../database/notifications.ts';
import { readAdminQueue } from './admin-queues.ts';
import { addMembers, removeMembers } from './queue-members.ts';
import { writeOutcomes } from './write-outcomes.ts';
import { isQueueNameTaken, lockQueues, updateQueue } from './write-queue.ts';

/** What a change has done: parts by their names, and agents put in and taken out. */
export interface QueueDifference {
  /** What the queue has now. */
  version: number;
  fields: QueueFieldName[];
  addedMembers: UserId[];
  removedMembers: UserId[];
}

/**
 * What became of a change. `stale`: the queue has changed since the version it was made from; `same`: the queue was
 * as wanted already, whatever its version.
 */
export type ChangeQueueOutcome =
  | { outcome: 'changed'; difference: QueueDifference }
  | { outcome: 'same' | 'stale' | 'name-taken' | 'not-found' };

/** Changes parts of an open queue, and who takes its calls. */
export async function changeQueue(
  db: Queryable,
  queueId: QueueId,
  change: QueueChange,
): Promise<ChangeQueueOutcome> {
  return inTransaction(db, async (tx) => {
    await lockQueues(tx);
    const before = await readAdminQueue(tx, queueId);
    if (!before) return { outcome: 'not-found' };
    const fields = fieldsChanged(before, change);
    if (fields.length > 0 && change.version !== before.version) return { outcome: 'stale' };
    if (fields.includes('name') && (await isQueueNameTaken(tx, change.name ?? '', queueId))) {
      return { outcome: 'name-taken' };
    }
    const difference = await write(tx, before, change, fields);
    const { addedMembers, removedMembers } = difference;
    const isSame = fields.length + addedMembers.length + removedMembers.length === 0;
    return isSame ? { outcome: 'same' } : { outcome: 'changed', difference };
  });
}

async function write(
  tx: Transaction,
  before: AdminQueue,
  change: QueueChange,
  fields: QueueFieldName[],
): Promise<QueueDifference> {
  const { id } = before;
  if (fields.length > 0) {
    await updateQueue(tx, id, merged(before, change));
    if (change.outcomes) await writeOutcomes(tx, id, change.outcomes);
  }
  const addedMembers = await addMembers(tx, id, change.addMembers ?? []);
  const removedMembers = await removeMembers(tx, id, change.removeMembers ?? []);
  const haveMoved = addedMembers.length + removedMembers.length > 0;
  if (fields.length > 0 || haveMoved) await notifyQueue(tx, id);
  if (haveMoved) await notifyDesk(tx, '*');
  const version = before.version + (fields.length > 0 ? 1 : 0);
  return { version, fields, addedMembers, removedMembers };
}

function merged(before: AdminQueue, change: QueueChange): AdminQueue {
  const given = queueFieldNames.flatMap((name) =>
    name === 'outcomes' || change[name] === undefined ? [] : [[name, change[name]] as const],
  );
  return Object.assign({}, before, Object.fromEntries(given));
}

function fieldsChanged(before: AdminQueue, change: QueueChange): QueueFieldName[] {
  return queueFieldNames.filter(
    (name) => change[name] !== undefined && !isEqual(change[name], before[name]),
  );
}

/** Both have been through the same schema, which puts the parts of an object in its own order. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
