import type { Fragment, Queryable } from '../database/connect.ts';

/**
 * The outcome of a call `c` as JSON of `{ label, resolves }`, also one that was removed. The system closes
 * calls as `other`, whether or not their queue has that.
 */
export function outcomeOf(db: Queryable): Fragment {
  return db`coalesce(
    (select json_build_object('label', o.label, 'resolves', o.resolves) from queue_outcomes o
      where o.queue_id = c.queue_id and o.id = c.disposition),
    json_build_object('label', case c.disposition when 'other' then 'Other' else c.disposition end,
      'resolves', false))`;
}
