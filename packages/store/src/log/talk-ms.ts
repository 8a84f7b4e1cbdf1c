import type { Fragment, Queryable } from '../database/connect.ts';

/**
 * How long somebody had the call `c`, in milliseconds: from the first answer to the end of the talk,
 * without the time in which it waited for another agent. Null when nobody answered, or it goes on.
 */
export function talkMs(db: Queryable): Fragment {
  return db`case when c.answered_at is not null and c.ended_at is not null then
    greatest(0, round(1000 * extract(epoch from
      coalesce(c.talk_ended_at, c.ended_at) - c.answered_at))::bigint - c.without_agent_ms) end`;
}
