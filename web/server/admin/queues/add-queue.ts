import 'server-only';
import { type AdminQueue, MAX_QUEUES, type NewQueue } from '@agent/protocol';
import { addQueue as add, recordAudit } from '@agent/store';
import type { Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { actingAdmin } from '../acting-admin.ts';
import { checkCards } from './check-cards.ts';
import { queueNow } from './read-queues.ts';

/** An admin adds a queue. */
export async function addQueue(
  { db, log }: Pick<Services, 'db' | 'log'>,
  viewer: Viewer,
  wanted: NewQueue,
): Promise<AdminQueue> {
  const who = actingAdmin(viewer);
  const queue = await db.begin(async (tx) => {
    await checkCards(tx, wanted.cardIds);
    const added = await add(tx, wanted);
    if (added.outcome === 'name-taken') throw nameTaken();
    if (added.outcome === 'too-many') {
      throw Problem.conflict(`There are ${MAX_QUEUES} queues already. Remove one first.`);
    }
    const subject = { kind: 'queue', id: added.queueId } as const;
    const data = { name: wanted.name, listeningTold: wanted.listeningTold };
    await recordAudit(tx, { action: 'queue.created', subject, data, ...who });
    return queueNow(tx, added.queueId);
  });
  log.info({ queueId: queue.id }, 'queue added');
  return queue;
}

/** Says that two queues cannot be told apart. */
export function nameTaken(): Problem {
  const message = 'Another queue is called so. Choose another name.';
  return Problem.conflict(message, { name: message });
}
