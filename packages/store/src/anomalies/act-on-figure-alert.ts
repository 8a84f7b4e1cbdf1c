import type { FigureAlertAct } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';
import type { Helper } from '../supervision/help.ts';
import { type FigureAlertRow, lockFigureAlert } from './figure-alert-row.ts';
import { ALL_CALLS } from './watched-subjects.ts';

/**
 * What came of the wish to do something about an alert. `same`: it was so already; `over`: an alert that is
 * closed has no owner and no new end.
 */
export type FigureAlertOutcome =
  | { outcome: 'done' | 'same'; alert: FigureAlertRow }
  | { outcome: 'not-found' | 'over' }
  | { outcome: 'owned-by-other'; name: string };

/**
 * Somebody takes an alert, gives it back, says that things are normal so from now on, or that these hours are
 * to be left out. The last two close it, also when nobody has taken it; `undo` takes them back.
 */
export async function actOnFigureAlert(
  tx: Transaction,
  id: string,
  {
    act,
    by,
    mayAct,
  }: { act: FigureAlertAct['act']; by: Helper; mayAct: (alert: FigureAlertRow) => boolean },
): Promise<FigureAlertOutcome> {
  // As watchFigures does, which may be about to close it.
  await tx`select pg_advisory_xact_lock(hashtext('watch-figures'))`;
  const alert = await lockFigureAlert(tx, id);
  if (!alert || !mayAct(alert)) return { outcome: 'not-found' };
  const isOthers = alert.owner !== null && alert.owner.userId !== by.userId;
  if (isOthers && act !== 'give-back' && act !== 'undo') {
    return { outcome: 'owned-by-other', name: alert.owner?.name ?? '' };
  }
  const result = await acts[act](tx, alert, by);
  return result === 'over' ? { outcome: 'over' } : { outcome: result, alert };
}

type Act = (
  tx: Transaction,
  alert: FigureAlertRow,
  by: Helper,
) => Promise<'done' | 'same' | 'over'>;

const acts: Record<FigureAlertAct['act'], Act> = {
  async take(tx, { id, owner, closedAt }, by) {
    if (closedAt) return 'over';
    if (owner) return 'same';
    await tx`
      update figure_alerts set owner_id = ${by.userId}, owner_name = ${by.displayName},
        taken_at = clock_timestamp() where id = ${id}::uuid`;
    return 'done';
  },
  async 'give-back'(tx, { id, owner, closedAt }) {
    if (closedAt) return 'over';
    if (!owner) return 'same';
    await tx`
      update figure_alerts set owner_id = null, owner_name = null, taken_at = null
      where id = ${id}::uuid`;
    return 'done';
  },
  async 'new-normal'(tx, alert, by) {
    if (alert.closedHow === 'new-normal') return 'same';
    if (alert.closedAt) return 'over';
    await tx`
      update figure_watches set normal_since = ${alert.oddSince}, hits = 0, first_hit_at = null
      where metric = ${alert.finding.metric} and queue_id = ${alert.queue?.id ?? ALL_CALLS}`;
    await close(tx, alert, 'new-normal', by);
    return 'done';
  },
  async 'leave-out'(tx, alert, by) {
    if (alert.closedHow === 'left-out') return 'same';
    if (alert.closedAt) return 'over';
    await tx`
      insert into figure_exceptions (queue_id, starts_at, ends_at, alert_id, by_id, by_name)
      values (${alert.queue?.id ?? ALL_CALLS}, ${alert.oddSince}, ${new Date(alert.finding.endsAtMs)},
        ${alert.id}::uuid, ${by.userId}, ${by.displayName})`;
    await tx`
      update figure_watches set hits = 0, first_hit_at = null
      where metric = ${alert.finding.metric} and queue_id = ${alert.queue?.id ?? ALL_CALLS}`;
    await close(tx, alert, 'left-out', by);
    return 'done';
  },
  /** The alert stays closed; what is still out of line opens another. */
  async undo(tx, alert) {
    const { id, closedHow, queue, finding, oddSince } = alert;
    if (closedHow === null || closedHow === 'not-watched') return 'over';
    if (closedHow === 'over') return 'same';
    await tx`delete from figure_exceptions where alert_id = ${id}::uuid`;
    await tx`
      update figure_watches set normal_since = null
      where metric = ${finding.metric} and queue_id = ${queue?.id ?? ALL_CALLS}
        and normal_since = ${oddSince}`;
    await tx`update figure_alerts set closed_how = 'over', closed_by_name = null where id = ${id}::uuid`;
    return 'done';
  },
};

async function close(
  tx: Transaction,
  { id }: FigureAlertRow,
  how: 'new-normal' | 'left-out',
  { displayName }: Helper,
): Promise<void> {
  await tx`
    update figure_alerts set closed_at = clock_timestamp(), closed_how = ${how},
      closed_by_name = ${displayName} where id = ${id}::uuid`;
}
