import {
  agentStatusSchema,
  namedQueueSchema,
  shownBreakReasonSchema,
  userIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const wallAgentRowSchema = z.object({
  userId: userIdSchema,
  name: z.string(),
  status: agentStatusSchema,
  since: z.date(),
  breakReason: shownBreakReasonSchema.nullable(),
  queues: z.array(namedQueueSchema),
});
/** An agent on duty. */
export type WallAgentRow = z.infer<typeof wallAgentRowSchema>;

/** Agents who are not offline, by name. */
export async function readWallAgents(db: Queryable): Promise<WallAgentRow[]> {
  const rows = await db`
    select u.id as user_id, u.display_name as name, s.status, s.status_since as since,
      case when s.status = 'break' and s.break_reason is not null then
        json_build_object('kind', s.break_reason, 'note', coalesce(s.break_note, '')) end as break_reason,
      (select coalesce(json_agg(json_build_object('id', q.id, 'name', q.name)
          order by lower(q.name), q.id), '[]')
        from agent_queues a join queues q on q.id = a.queue_id
        where a.agent_id = u.id and q.removed_at is null) as queues
    from agent_states s join users u on u.id = s.agent_id
    where s.status <> 'offline' and u.role = 'agent'
    order by lower(u.display_name), u.id`;
  return z.array(wallAgentRowSchema).parse(rows);
}
