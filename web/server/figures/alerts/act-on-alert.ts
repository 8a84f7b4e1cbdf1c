import 'server-only';
import type { FigureAlertAct } from '@agent/protocol';
import { type AuditAction, type AuditEntry, actOnFigureAlert, recordAudit } from '@agent/store';
import { requireOverseer, type Viewer } from '../../access/viewer.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { overseerOf, seesQueue } from './read-alerts.ts';

const limit = { limit: 60, windowMs: 60_000 };
const tooMany = 'Too many changes at once. Wait a moment.';

const actions: Record<FigureAlertAct['act'], AuditAction> = {
  take: 'figure.alert-taken',
  'give-back': 'figure.alert-given-back',
  'new-normal': 'figure.normal-changed',
  'leave-out': 'figure.hours-left-out',
  undo: 'figure.alert-undone',
};

/**
 * Somebody who looks after its queue does something about an alert, which is put on record. The same again is
 * harmless; a conflict says who has it, or that it is over.
 */
export async function actOnAlert(
  services: Pick<Services, 'db' | 'log'>,
  viewer: Viewer,
  { id, act }: { id: string; act: FigureAlertAct['act'] },
): Promise<void> {
  const { userId, displayName } = requireOverseer(viewer);
  await limitRate(services, `figure-alerts:${userId}`, limit, tooMany);
  const by = { userId, displayName };
  await services.db.begin(async (tx) => {
    const overseer = await overseerOf(tx, viewer);
    const mayAct = ({ queue }: { queue: { id: string } | null }) => seesQueue(overseer, queue);
    const acted = await actOnFigureAlert(tx, id, { act, by, mayAct });
    switch (acted.outcome) {
      case 'not-found':
        throw Problem.notFound('There is no such alert.');
      case 'over':
        throw Problem.conflict('This alert is over.');
      case 'owned-by-other':
        throw Problem.conflict(`${acted.name} sees to it already.`);
      case 'same':
        return;
      case 'done': {
        const { queue, finding } = acted.alert;
        const entry: AuditEntry = {
          ...{ action: actions[act], actor: by, address: viewer.address },
          ...(queue && { subject: { kind: 'queue', id: queue.id } as const }),
          data: { alertId: id, metric: finding.metric },
        };
        return recordAudit(tx, entry);
      }
      default:
        return acted satisfies never;
    }
  });
  services.log.info({ alertId: id, act }, 'somebody saw to an alert of a figure');
}
