import type { NewQueue, QueueFieldName, QueueId } from '@agent/protocol';
import { lockUsers } from '../accounts/change-user.ts';
import type { Transaction } from '../database/connect.ts';

/** What of a queue stands in its row: all but its outcomes. */
export type QueueRowFields = Pick<NewQueue, Exclude<QueueFieldName, 'outcomes'>>;

/** Inserts the row of a queue. */
export async function insertQueue(
  tx: Transaction,
  queueId: QueueId,
  queue: QueueRowFields,
): Promise<void> {
  await tx`
    insert into queues (id, name, language, terms, target_percent, target_seconds, recorded,
      recording_notice, listening_told, card_ids, outcome_required)
    values (${queueId}, ${queue.name}, ${queue.language}, ${queue.terms}, ${queue.target.percent},
      ${queue.target.seconds}, ${queue.recorded}, ${queue.recordingNotice}, ${queue.listeningTold},
      ${queue.cardIds}, ${queue.outcomeRequired})`;
}

/** Rewrites the row of a queue; its version grows. */
export async function updateQueue(
  tx: Transaction,
  queueId: QueueId,
  queue: QueueRowFields,
): Promise<void> {
  await tx`
    update queues set name = ${queue.name}, language = ${queue.language}, terms = ${queue.terms},
      target_percent = ${queue.target.percent}, target_seconds = ${queue.target.seconds},
      recorded = ${queue.recorded}, recording_notice = ${queue.recordingNotice},
      listening_told = ${queue.listeningTold}, card_ids = ${queue.cardIds},
      outcome_required = ${queue.outcomeRequired}, version = version + 1,
      updated_at = clock_timestamp()
    where id = ${queueId}`;
}

/** Whether an open queue is called so, other than `queueId`. Letters may be of any case. */
export async function isQueueNameTaken(
  tx: Transaction,
  name: string,
  queueId: QueueId | null,
): Promise<boolean> {
  const rows = await tx`
    select 1 from queues where lower(name) = lower(${name}) and removed_at is null
      and id is distinct from ${queueId}::text`;
  return rows.length > 0;
}

/**
 * Until the end of the transaction nobody else changes queues, or whose calls somebody takes. Calls are not
 * held up: they need the row of their own queue alone.
 */
export async function lockQueues(tx: Transaction): Promise<void> {
  await lockUsers(tx);
  await tx`select pg_advisory_xact_lock(hashtext('queues'))`;
}
