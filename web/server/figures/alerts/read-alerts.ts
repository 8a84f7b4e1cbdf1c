import 'server-only';
import type { Overseer } from '@agent/calls';
import { alertText, LEAST_WEEKS } from '@agent/calls/anomalies';
import { type FigureAlert, type FigureAlerts, queueIdSchema } from '@agent/protocol';
import {
  type FigureAlertRow,
  type Queryable,
  queuesOfSupervisor,
  readFigureAlerts,
  readFigureZone,
  readLearningFigures,
} from '@agent/store';
import { requireOverseer, type Viewer } from '../../access/viewer.ts';
import type { Services } from '../../services.ts';

/** Alerts that were closed are shown for so long. */
const shownClosedMs = 7 * 24 * 3_600_000;

/** What is out of line now, and was lately, of what somebody looks after. */
export async function readAlerts(
  services: Pick<Services, 'db' | 'now'>,
  viewer: Viewer,
): Promise<FigureAlerts> {
  return alertsOf(services, await overseerOf(services.db, viewer));
}

/** The same for somebody who is known already. */
export async function alertsOf(
  { db, now }: Pick<Services, 'db' | 'now'>,
  overseer: Overseer,
): Promise<FigureAlerts> {
  const since = new Date(now().getTime() - shownClosedMs);
  const [{ zone }, alerts, learning] = await Promise.all([
    readFigureZone(db),
    readFigureAlerts(db, since),
    readLearningFigures(db),
  ]);
  const shown = alerts.filter(({ queue }) => seesQueue(overseer, queue));
  const views = shown.map((alert) => viewOf(alert, zone));
  return {
    zone,
    open: views.filter(({ closed }) => closed === null),
    closed: views.filter(({ closed }) => closed !== null),
    learning: learning
      .filter(({ queue }) => seesQueue(overseer, queue))
      .map(({ metric, queue, weeks }) => ({
        ...{ metric, queue: queueOf(queue), weeks, of: LEAST_WEEKS },
      })),
  };
}

/** Whether somebody looks after a queue, or after all calls; a supervisor without queues looks after all. */
export function seesQueue({ role, queueIds }: Overseer, queue: { id: string } | null): boolean {
  if (role === 'admin' || queueIds.length === 0) return true;
  return queue !== null && queueIds.some((id) => id === queue.id);
}

/** Who asks, with the queues that they look after now. */
export async function overseerOf(db: Queryable, viewer: Viewer): Promise<Overseer> {
  const { userId, role } = requireOverseer(viewer);
  return { userId, role, queueIds: await queuesOfSupervisor(db, userId) };
}

function viewOf(alert: FigureAlertRow, zone: string): FigureAlert {
  const { id, finding, owner, since, closedAt, closedHow, closedByName } = alert;
  const { metric, side, value, n, weeks, usualLow: low, usualHigh: high } = finding;
  const from = new Date(finding.startsAtMs).toISOString();
  const to = new Date(finding.endsAtMs).toISOString();
  const query = new URLSearchParams({ metric, queuedFrom: from, queuedTo: to });
  if (alert.queue) query.set('queue', alert.queue.id);
  return {
    ...{ id, metric, side, value, n, from, to, owner },
    ...{ queue: queueOf(alert.queue), text: alertText(finding, zone), usual: { low, high, weeks } },
    since: since.toISOString(),
    closed:
      closedAt && closedHow
        ? { at: closedAt.toISOString(), how: closedHow, by: closedByName }
        : null,
    href: `/calls/history?${query}`,
  };
}

function queueOf(queue: { id: string; name: string } | null) {
  return queue && { id: queueIdSchema.parse(queue.id), name: queue.name };
}
