import { type AlertAct, type CallId, userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable } from '../database/connect.ts';
import { notifyMonitor } from '../database/notifications.ts';
import type { Helper } from './help.ts';

/** What came of the wish to do something about an alert. */
export type CareOutcome = { outcome: 'done' } | { outcome: 'owned-by-other'; name: string };

const ownerSchema = z.object({
  ownerId: userIdSchema.nullable(),
  ownerName: z.string().nullable(),
});

/**
 * Notes what somebody does about one incident of a call: its owner alone, or anybody while it has none. Only
 * `release` is everybody's, so that nothing stays with somebody who has gone home; with it, and with `take`,
 * the alert is as it was before it was put off or done. The same again changes nothing.
 */
export async function careForAlert(
  db: Queryable,
  callId: CallId,
  incident: string,
  { act, by }: { act: AlertAct; by: Helper },
): Promise<CareOutcome> {
  return inTransaction(db, async (tx) => {
    await tx`
      insert into alert_cares (call_id, incident) values (${callId}, ${incident})
      on conflict do nothing`;
    const mine = tx`call_id = ${callId} and incident = ${incident}`;
    const [row] = await tx`select owner_id, owner_name from alert_cares where ${mine} for update`;
    const { ownerId, ownerName } = ownerSchema.parse(row);
    const isOthers = ownerId !== null && ownerId !== by.userId;
    if (isOthers && act.act !== 'release')
      return { outcome: 'owned-by-other', name: ownerName ?? '' };
    await tx`update alert_cares set ${changes()} where call_id = ${callId} and incident = ${incident}`;
    await notifyMonitor(tx, callId);
    return { outcome: 'done' };

    function changes() {
      switch (act.act) {
        case 'take':
          return tx`owner_id = ${by.userId}, owner_name = ${by.displayName},
            taken_at = coalesce(taken_at, clock_timestamp()), snoozed_until = null, done_at = null`;
        case 'release':
          return tx`owner_id = null, owner_name = null, taken_at = null,
            snoozed_until = null, done_at = null`;
        case 'snooze':
          return tx`snoozed_until = clock_timestamp() + ${act.minutes} * interval '1 minute'`;
        case 'done':
          return tx`done_at = coalesce(done_at, clock_timestamp())`;
        default:
          return act satisfies never;
      }
    }
  });
}
