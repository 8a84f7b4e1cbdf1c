import { type SessionAgents, sessionAgentsSchema } from '@agent/protocol';
import type { Queryable } from '../database/connect.ts';

/** More people than this are in no list to choose from. */
const MOST = 1_000;

/**
 * Whose calls one can look for, by name: agents on the staff, and whoever has had a call that is over,
 * whatever became of their account.
 */
export async function readSessionAgents(db: Queryable): Promise<SessionAgents['agents']> {
  const rows = await db`
    select u.id as "userId", u.display_name as "displayName"
    from users u
    where (u.role = 'agent' and not u.disabled)
      or exists (select 1 from calls c where c.agent_id = u.id and c.ended_at is not null)
    order by lower(u.display_name), u.id
    limit ${MOST}`;
  return sessionAgentsSchema.shape.agents.parse(rows);
}
