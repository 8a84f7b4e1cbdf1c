import 'server-only';
import { type AdminQueue, type QueueChange, type QueueId, queueFieldWords } from '@agent/protocol';
import {
  type AuditEntry,
  changeQueue as change,
  latestQueueChanges,
  type Queryable,
  type QueueDifference,
  recordAudit,
} from '@agent/store';
import type { Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { actingAdmin } from '../acting-admin.ts';
import { nameTaken } from './add-queue.ts';
import { checkCards } from './check-cards.ts';
import { noSuchQueue, queueNow } from './read-queues.ts';

/**
 * An admin changes parts of a queue, or who takes its calls. When somebody else has changed it since the version
 * that the change was made from, it is refused with what has changed and by whom.
 */
export async function changeQueue(
  { db, log }: Pick<Services, 'db' | 'log'>,
  viewer: Viewer,
  queueId: QueueId,
  wanted: QueueChange,
): Promise<AdminQueue> {
  const who = actingAdmin(viewer);
  const queue = await db.begin(async (tx) => {
    await checkCards(tx, wanted.cardIds);
    const changed = await change(tx, queueId, wanted);
    switch (changed.outcome) {
      case 'not-found':
        throw noSuchQueue();
      case 'name-taken':
        throw nameTaken();
      case 'stale':
        throw await changedMeanwhile(tx, queueId, wanted.version);
      case 'changed':
        await recordAudit(tx, changeOnRecord(queueId, wanted, changed.difference, who));
        break;
      case 'same':
        break;
      default:
        changed satisfies never;
    }
    return queueNow(tx, queueId);
  });
  log.info({ queueId }, 'queue changed');
  return queue;
}

function changeOnRecord(
  queueId: QueueId,
  { listeningTold }: QueueChange,
  { version, fields, addedMembers, removedMembers }: QueueDifference,
  who: Pick<AuditEntry, 'actor' | 'address'>,
): AuditEntry {
  const haveMoved = addedMembers.length + removedMembers.length > 0;
  const changed = haveMoved ? [...fields, 'members'] : fields;
  return {
    action: 'queue.changed',
    ...who,
    subject: { kind: 'queue', id: queueId },
    data: {
      ...{ version, changed },
      // From when on agents were told has to be known for good.
      ...(fields.includes('listeningTold') && listeningTold !== undefined && { listeningTold }),
      ...(haveMoved && { addedMembers, removedMembers }),
    },
  };
}

/** Says who has changed what of a queue since it had this version. */
export async function changedMeanwhile(
  db: Queryable,
  queueId: QueueId,
  version: number,
): Promise<Problem> {
  const changes = await latestQueueChanges(db, queueId, version);
  const names = [...new Set(changes.map(({ by }) => by ?? 'Somebody'))];
  const parts = [...new Set(changes.flatMap(({ changed }) => changed))];
  const who = names.length > 0 ? listed(names) : 'Somebody';
  const what = parts.length > 0 ? listed(parts.map((part) => queueFieldWords[part])) : 'this queue';
  const fields = Object.fromEntries(parts.map((part) => [part, `Changed by ${who}.`]));
  return Problem.conflict(
    `${who} changed ${what} meanwhile. Nothing of yours is saved yet.`,
    fields,
  );
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
}
