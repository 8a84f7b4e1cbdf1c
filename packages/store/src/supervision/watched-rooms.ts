import { mayLookAfter } from '@agent/calls';
import { type CallId, callIdSchema, queueIdSchema, roleSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';
import { type MonitorRow, monitorRowSchema } from './monitor-row.ts';

/** How old a sign of life may be before it is stored anew. */
const seenAnewAfter = "interval '5 seconds'";

/**
 * Calls that go on and that a supervisor listens to, or has listened to: whoever was let in once can come
 * back by what it kept, as long as the room is there.
 */
export async function callsWithMonitors(db: Queryable): Promise<CallId[]> {
  const rows = await db`
    select c.id from calls c where c.answered_at is not null and c.ended_at is null
      and exists (select from call_monitors m where m.call_id = c.id)
    order by c.id`;
  return rows.map(({ id }) => callIdSchema.parse(id));
}

/** A row of a room that is looked at. */
export interface WatchedMonitor extends MonitorRow {
  /** Whether its supervisor may still look after the call. */
  mayStay: boolean;
}

const watchedSchema = monitorRowSchema.extend({
  role: roleSchema,
  queueIds: z.array(queueIdSchema),
  queueId: queueIdSchema,
  helpAskedAt: z.date().nullable(),
  now: z.date(),
});

/**
 * Who may be in the rooms of these calls, and of whom it is not known that they have left, with the time it
 * is. Whom an agent's request for help brought in stays when somebody has taken it.
 */
export async function watchedMonitors(
  db: Queryable,
  callIds: readonly CallId[],
): Promise<{ monitors: WatchedMonitor[]; now: Date | undefined }> {
  if (callIds.length === 0) return { monitors: [], now: undefined };
  const rows = await db`
    select m.*, u.role, c.queue_id, clock_timestamp() as now,
      array(select queue_id from queue_supervisors where user_id = u.id) as queue_ids,
      (select min(h.asked_at) from help_requests h where h.call_id = c.id) as help_asked_at
    from call_monitors m join users u on u.id = m.supervisor_id join calls c on c.id = m.call_id
    where m.call_id = any(${[...callIds]}::uuid[])
      and (m.ended_at is null or m.joined_at is not null and m.left_at is null)`;
  const monitors = z.array(watchedSchema).parse(rows);
  return {
    now: monitors[0]?.now,
    monitors: monitors.map(({ role, queueIds, queueId, helpAskedAt, now, ...monitor }) => {
      const helpAskedAtMs = helpAskedAt?.getTime() ?? null;
      const overseer = { role, queueIds };
      return {
        ...monitor,
        mayStay: mayLookAfter(overseer, { queueId, helpAskedAtMs }, now.getTime()),
      };
    }),
  };
}

/** What LiveKit's lists have shown, by the ids of rows. */
export interface RoomSight {
  there: readonly string[];
  gone: readonly string[];
}

/** Stores who was there and who was not; says on `monitor` who has come. */
export async function noteSight(db: Queryable, { there, gone }: RoomSight): Promise<void> {
  if (there.length > 0) {
    await db`
      with seen as (
        update call_monitors set joined_at = coalesce(joined_at, now()), seen_at = now(), left_at = null
        where id = any(${[...there]}::uuid[]) and ended_at is null
          and (joined_at is null or left_at is not null or seen_at < now() - ${db.raw(seenAnewAfter)})
        returning call_id, joined_at = seen_at as has_come
      )
      select pg_notify('monitor', call_id::text) from seen where has_come group by call_id`;
  }
  if (gone.length > 0) {
    await db`
      update call_monitors set left_at = now()
      where id = any(${[...gone]}::uuid[]) and joined_at is not null and left_at is null`;
  }
}
