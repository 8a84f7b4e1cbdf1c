import { cardVersionSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const cardRowSchema = z.object({
  id: z.string(),
  /** As it is stored: it may not fit the format (any more). */
  card: z.unknown(),
  enabled: z.boolean(),
  version: z.number().int(),
  /** Whether the project's files have it, or had it. */
  isOfProject: z.boolean(),
  /** Whether a person has changed it since, so that seeding leaves it alone. */
  isEdited: z.boolean(),
  /** How the newest version came to be. */
  ...{ why: cardVersionSchema.shape.why, byName: z.string().nullable(), at: z.date() },
});
/** A card of the playbook as it is stored now. */
export type CardRow = z.infer<typeof cardRowSchema>;

/** All cards, in use or not, by id. */
export async function readCards(db: Queryable): Promise<CardRow[]> {
  const rows = await db`select ${cardColumns(db)} order by c.id`;
  return z.array(cardRowSchema).parse(rows);
}

/** The card of this id, locked until the end of the transaction when `lock` says so. */
export async function findCard(
  db: Queryable,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<CardRow | undefined> {
  // By a statement of its own: one that waits for another's change would not see the version it has made.
  if (lock) await db`select 1 from playbook_cards where id = ${id} for update`;
  const [row] = await db`select ${cardColumns(db)} where c.id = ${id}`;
  return row && cardRowSchema.parse(row);
}

function cardColumns(db: Queryable) {
  return db`
    c.id, c.card, c.enabled, c.version, c.seeded_checksum is not null as is_of_project,
    c.edited_at is not null as is_edited, v.why, v.by_name, v.at
    from playbook_cards c
    join playbook_card_versions v on v.card_id = c.id and v.version = c.version`;
}
