import 'server-only';
import type { QueueId } from '@agent/protocol';
import { recordAudit, removeQueue as remove } from '@agent/store';
import type { Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { actingAdmin } from '../acting-admin.ts';
import { changedMeanwhile } from './change-queue.ts';
import { noSuchQueue } from './read-queues.ts';

/** An admin removes a queue in which nobody waits or talks; one always stays. */
export async function removeQueue(
  { db, log }: Pick<Services, 'db' | 'log'>,
  viewer: Viewer,
  queueId: QueueId,
  version: number,
): Promise<void> {
  const who = actingAdmin(viewer);
  await db.begin(async (tx) => {
    const removed = await remove(tx, queueId, version);
    switch (removed.outcome) {
      case 'not-found':
        throw noSuchQueue();
      case 'stale':
        throw await changedMeanwhile(tx, queueId, version);
      case 'in-use':
        throw Problem.conflict(inUse(removed.calls));
      case 'looked-after':
        throw Problem.conflict(lookedAfter(removed.by));
      case 'last':
        throw Problem.conflict('This is the only queue. Add another before you remove it.');
      case 'removed': {
        const { name, members } = removed;
        const subject = { kind: 'queue', id: queueId } as const;
        await recordAudit(tx, {
          action: 'queue.removed',
          subject,
          data: { name, members },
          ...who,
        });
        break;
      }
      default:
        removed satisfies never;
    }
  });
  log.info({ queueId }, 'queue removed');
}

function inUse(calls: number): string {
  return calls === 1
    ? '1 call is waiting or going on in this queue. Remove it once that is over.'
    : `${calls} calls are waiting or going on in this queue. Remove it once they are over.`;
}

/** Who looks after no queue looks after all: nobody gets more to see by the way. */
function lookedAfter(by: readonly string[]): string {
  const [names, need] = [new Intl.ListFormat('en').format(by), by.length === 1 ? 'looks' : 'look'];
  return `${names} ${need} after no other queue. Choose another one for them first.`;
}
