import { createHash } from 'node:crypto';
import { type PlaybookCard, playbookCardSchema } from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';

/** The cards in use, and those that cannot be read: one of them must not take the others away. */
export interface StoredPlaybook {
  cards: PlaybookCard[];
  unreadable: { cardId: string; fault: string }[];
}

/** Reads the enabled cards, by id. */
export async function readPlaybook(db: Queryable): Promise<StoredPlaybook> {
  const rows = await db`select id, card from playbook_cards where enabled order by id`;
  const playbook: StoredPlaybook = { cards: [], unreadable: [] };
  for (const { id, card } of z.array(z.object({ id: z.string(), card: z.unknown() })).parse(rows)) {
    const parsed = playbookCardSchema.safeParse(card);
    if (parsed.success) playbook.cards.push(parsed.data);
    else playbook.unreadable.push({ cardId: id, fault: z.prettifyError(parsed.error) });
  }
  return playbook;
}

/** How many cards seeding has written and switched off. */
export interface SeededPlaybook {
  written: number;
  disabled: number;
}

/**
 * Brings the cards to those of the project's files. A card that a person has edited stays as it is;
 * one that the files no longer have is switched off.
 */
export async function seedPlaybook(
  db: Queryable,
  cards: readonly PlaybookCard[],
): Promise<SeededPlaybook> {
  return inTransaction(db, async (tx) => {
    // Any other change of a card counts as an edit (trigger playbook_cards_edited).
    await tx`select set_config('playbook.seeding', 'on', true)`;
    let written = 0;
    for (const card of cards) written += await seedCard(tx, card);
    const disabled = await tx`
      update playbook_cards set enabled = false, updated_at = clock_timestamp()
      where enabled and edited_at is null and id <> all(${cards.map(({ id }) => id)}::text[])
      returning 1`;
    return { written, disabled: disabled.length };
  });
}

async function seedCard(tx: Transaction, card: PlaybookCard): Promise<number> {
  const checksum = createHash('sha256').update(JSON.stringify(card)).digest('hex');
  const written = await tx`
    insert into playbook_cards as stored (id, card, seeded_checksum)
    values (${card.id}, ${JSON.stringify(card)}, ${checksum})
    on conflict (id) do update set card = excluded.card, enabled = true,
      seeded_checksum = excluded.seeded_checksum, updated_at = clock_timestamp()
    where stored.edited_at is null
      and (stored.card <> excluded.card or not stored.enabled
        or stored.seeded_checksum is distinct from excluded.seeded_checksum)
    returning 1`;
  return written.length;
}
