import type { AdminQueues } from '@agent/protocol';
import { adminQueuesSchema } from '@agent/protocol';
import type { Queryable } from '../database/connect.ts';

/** More than this is in no list to choose from. */
const MOST = 1_000;

/** Agents by name, disabled ones among them: who may take the calls of a queue. */
export async function readQueueAgents(db: Queryable): Promise<AdminQueues['agents']> {
  const rows = await db`
    select id as "userId", display_name as "displayName", username, disabled
    from users where role = 'agent' order by lower(display_name), id limit ${MOST}`;
  return adminQueuesSchema.shape.agents.parse(rows);
}

/** Cards of the playbook by title, whether in use or switched off: which may apply in a queue. */
export async function readQueueCards(db: Queryable): Promise<AdminQueues['cards']> {
  const rows = await db`
    select id, coalesce(card ->> 'title', id) as title, enabled
    from playbook_cards order by lower(coalesce(card ->> 'title', id)), id limit ${MOST}`;
  return adminQueuesSchema.shape.cards.parse(rows);
}
