import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** What became of a card since: in use, switched off, or taken out of the playbook. */
export type CardState = 'in-use' | 'off' | 'removed';

/** A card as it is called now, or was when it was taken out. */
export interface CardName {
  id: string;
  name: string;
  state: CardState;
}

const cardSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['in-use', 'off', 'removed']),
});

/** Names of these cards. One that nobody knows any more goes by its id. */
export async function readCardNames(
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, CardName>> {
  const rows = await db`
    select one.id, coalesce(c.card->>'title', v.title, one.id) as name,
      case when c.id is null then 'removed' when c.enabled then 'in-use' else 'off' end as state
    from unnest(${[...ids]}::text[]) one (id)
      left join playbook_cards c on c.id = one.id
      left join lateral (
        select card->>'title' as title from playbook_card_versions
        where card_id = one.id order by version desc limit 1
      ) v on true`;
  return new Map(
    z
      .array(cardSchema)
      .parse(rows)
      .map((card) => [card.id, card]),
  );
}

/**
 * Labels of these outcomes: as the first queue by name has it, of those in use before those that were removed. One
 * that no queue has goes by its id.
 */
export async function readOutcomeNames(
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db`
    select distinct on (o.id) o.id, o.label
    from queue_outcomes o join queues q on q.id = o.queue_id
    where o.id = any(${[...ids]}::text[])
    order by o.id, o.removed_at is not null or q.removed_at is not null, lower(q.name), q.id`;
  const labels = z.array(z.object({ id: z.string(), label: z.string() })).parse(rows);
  return new Map(labels.map(({ id, label }) => [id, label]));
}
