import { type CallId, monitorIdSchema, supervisorIdentity, type UserId } from '@agent/protocol';
import type { Queryable } from '../database/connect.ts';

/** Somebody who listened to the end hears of the end, and may read it, for so long. */
const readsOnFor = "interval '1 minute'";

/**
 * Names in the room of the supervisors who listen to a call or have joined it, or did so when it ended just
 * now: to these goes what is told of the call, each by a message of its own.
 */
export async function supervisorIdentitiesOf(db: Queryable, callId: CallId): Promise<string[]> {
  const rows = await db`
    select id from call_monitors where call_id = ${callId} and ${readsNow(db)} order by asked_at`;
  return rows.map(({ id }) => supervisorIdentity(monitorIdSchema.parse(id)));
}

/** Whether a supervisor listens to a call or has joined it, or did so when it ended just now. */
export async function isListener(db: Queryable, callId: CallId, userId: UserId): Promise<boolean> {
  const rows = await db`
    select 1 from call_monitors
    where call_id = ${callId} and supervisor_id = ${userId} and ${readsNow(db)} limit 1`;
  return rows.length > 0;
}

function readsNow(db: Queryable) {
  return db.raw(`(ended_at is null
    or ended_by = 'call-ended' and ended_at > clock_timestamp() - ${readsOnFor})`);
}
