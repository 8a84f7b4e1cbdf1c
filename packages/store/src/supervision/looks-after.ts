import { mayLookAfter } from '@agent/calls';
import { type CallId, type QueueId, queueIdSchema, roleSchema, type UserId } from '@agent/protocol';
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
  helpAskedAt: z.date().nullable(),
  now: z.date(),
});

/**
 * Whether somebody may see, hear and help with a call, as things stand now; {@link mayLookAfter} says who
 * may. Whoever has taken the agent's request for help may until that is over.
 */
export async function looksAfter(db: Queryable, userId: UserId, callId: CallId): Promise<boolean> {
  const [row] = await db`
    select u.role, c.queue_id, clock_timestamp() as now,
      array(select queue_id from queue_supervisors where user_id = u.id) as queue_ids,
      (select h.asked_at from help_requests h where h.call_id = c.id and h.ended_at is null
        and (h.taken_by is null or h.taken_by = u.id)) as help_asked_at
    from users u, calls c where u.id = ${userId} and not u.disabled and c.id = ${callId}`;
  if (!row) return false;
  const { role, queueIds, queueId, helpAskedAt, now } = lookSchema.parse(row);
  const helpAskedAtMs = helpAskedAt?.getTime() ?? null;
  return mayLookAfter({ role, queueIds }, { queueId, helpAskedAtMs }, now.getTime());
}
