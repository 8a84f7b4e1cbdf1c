import { mayLookAfter } from '@agent/calls';
import {
  type CallId,
  type QueueId,
  queueIdSchema,
  roleSchema,
  type UserId,
  userIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** The queues that a supervisor looks after; none: all. */
export async function queuesOfSupervisor(db: Queryable, userId: UserId): Promise<QueueId[]> {
  const rows = await db`
    select queue_id from queue_supervisors where user_id = ${userId} order by queue_id`;
  return rows.map(({ queueId }) => queueIdSchema.parse(queueId));
}

const lookSchema = z.object({
  role: roleSchema,
  queueIds: z.array(queueIdSchema),
  queueId: queueIdSchema,
  /** Since when a request for help waits for somebody. */
  helpAskedAt: z.date().nullable(),
  /** Who has taken it. */
  helperId: userIdSchema.nullable(),
  now: z.date(),
});

/**
 * Whether somebody may see, hear and help with a call, as things stand now; {@link mayLookAfter} says who
 * may.
 */
export async function looksAfter(db: Queryable, userId: UserId, callId: CallId): Promise<boolean> {
  const [row] = await db`
    select u.role, c.queue_id, clock_timestamp() as now,
      array(select queue_id from queue_supervisors where user_id = u.id) as queue_ids,
      case when h.taken_by is null then h.asked_at end as help_asked_at, h.taken_by as helper_id
    from users u cross join calls c
      left join help_requests h on h.call_id = c.id and h.ended_at is null
    where u.id = ${userId} and not u.disabled and c.id = ${callId}`;
  if (!row) return false;
  const { role, queueIds, queueId, helpAskedAt, helperId, now } = lookSchema.parse(row);
  const helpAskedAtMs = helpAskedAt?.getTime() ?? null;
  const call = { queueId, helpAskedAtMs, helperId };
  return mayLookAfter({ userId, role, queueIds }, call, now.getTime());
}
