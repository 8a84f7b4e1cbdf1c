import { type AdminQueue, adminQueueSchema, type QueueId } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const rowSchema = adminQueueSchema.extend({
  updatedAt: z.date().transform((at) => at.toISOString()),
});

/** The open queues by name, with all that an admin may set. */
export async function readAdminQueues(db: Queryable): Promise<AdminQueue[]> {
  return read(db, db`order by lower(q.name), q.id`);
}

/** One open queue, or undefined when there is none. */
export async function readAdminQueue(
  db: Queryable,
  queueId: QueueId,
): Promise<AdminQueue | undefined> {
  const [queue] = await read(db, db`and q.id = ${queueId}`);
  return queue;
}

async function read(db: Queryable, which: ReturnType<Queryable>): Promise<AdminQueue[]> {
  const rows = await db`
    with open_calls as materialized (
      select queue_id, count(*)::integer as calls from (
        select queue_id from calls where status in ('queued', 'offered')
        union all select queue_id from calls where status = 'active'
      ) here group by queue_id
    )
    select q.id, q.name, q.language, q.terms, q.recorded, q.recording_notice, q.listening_told,
      q.card_ids, q.outcome_required, q.version, q.updated_at,
      json_build_object('percent', q.target_percent, 'seconds', q.target_seconds) as target,
      (select coalesce(json_agg(json_build_object('id', o.id, 'label', o.label, 'resolves', o.resolves)
          order by o.place, o.id), '[]')
        from queue_outcomes o where o.queue_id = q.id and o.removed_at is null) as outcomes,
      members.ids as member_ids, members.count as agents,
      coalesce(open_calls.calls, 0) as open_calls,
      (select l.actor_name from audit_log l
        where l.subject_kind = 'queue' and l.subject_id = q.id order by l.id desc limit 1) as changed_by
    from queues q
    left join open_calls on open_calls.queue_id = q.id
    cross join lateral (
      select coalesce(array_agg(u.id order by lower(u.display_name), u.id), '{}') as ids,
        count(*) filter (where not u.disabled)::integer as count
      from agent_queues a join users u on u.id = a.agent_id and u.role = 'agent'
      where a.queue_id = q.id
    ) members
    where q.removed_at is null ${which}`;
  return z.array(rowSchema).parse(rows);
}
