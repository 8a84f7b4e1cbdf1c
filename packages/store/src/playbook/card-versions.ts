import { cardVersionSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const rowSchema = cardVersionSchema.extend({ card: z.unknown(), at: z.date() });
/** A card as it once was, and how it came to be so. */
export type CardVersionRow = z.infer<typeof rowSchema>;

/** A page shows so many of the newest versions of a card. */
export const MAX_CARD_VERSIONS = 100;

/** What a card was, the newest first, {@link MAX_CARD_VERSIONS} at most. */
export async function readCardVersions(db: Queryable, id: string): Promise<CardVersionRow[]> {
  const rows = await db`
    select version, card, enabled, why, restored_version, by_name, at from playbook_card_versions
    where card_id = ${id} order by version desc limit ${MAX_CARD_VERSIONS}`;
  return z.array(rowSchema).parse(rows);
}

/** One version of a card; undefined when it never had it. */
export async function findCardVersion(
  db: Queryable,
  id: string,
  version: number,
): Promise<CardVersionRow | undefined> {
  const [row] = await db`
    select version, card, enabled, why, restored_version, by_name, at from playbook_card_versions
    where card_id = ${id} and version = ${version}`;
  return row && rowSchema.parse(row);
}
