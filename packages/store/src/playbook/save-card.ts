import type { PlaybookCard, UserId } from '@agent/protocol';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { type CardRow, findCard } from './card-rows.ts';

/** A change of one card; what is absent of it stays as it is. */
export interface CardChange {
  id: string;
  /** The version that the change was made from; 0: there is none yet. */
  version: number;
  card?: PlaybookCard | undefined;
  enabled?: boolean | undefined;
  /** Which version the card's words come from, when an old one is brought back. */
  restoredVersion?: number;
  by: { userId: UserId; displayName: string };
}

/** What became of a change, with the card as it is now. */
export type CardSaved =
  | { outcome: 'saved'; row: CardRow; before: CardRow | undefined }
  /** It is so already; nothing was written. */
  | { outcome: 'same'; row: CardRow }
  /** Somebody else changed it first, or gave a new card this id. */
  | { outcome: 'conflict'; row: CardRow }
  | { outcome: 'not-found' };

/**
 * Changes a card or adds one, and keeps the version it becomes (by trigger). Of two changes made from the
 * same version the second is a `conflict`.
 */
export async function saveCard(db: Queryable, change: CardChange): Promise<CardSaved> {
  return inTransaction(db, async (tx) => {
    const before = await findCard(tx, change.id, { lock: true });
    if (!before) return change.version === 0 ? addCard(tx, change) : { outcome: 'not-found' };
    if (before.version !== change.version) return { outcome: 'conflict', row: before };
    const { enabled = before.enabled } = change;
    const card = change.card ? JSON.stringify(change.card) : null;
    await sayWhoChanges(tx, change);
    const changed = await tx`
      update playbook_cards set card = coalesce(${card}::jsonb, card), enabled = ${enabled}
      where id = ${change.id}
        and (enabled <> ${enabled} or card <> coalesce(${card}::jsonb, card))
      returning 1`;
    if (changed.length === 0) return { outcome: 'same', row: before };
    return { outcome: 'saved', row: await cardNow(tx, change.id), before };
  });
}

async function addCard(tx: Transaction, change: CardChange): Promise<CardSaved> {
  const { id, card, enabled = true } = change;
  if (!card) return { outcome: 'not-found' };
  await sayWhoChanges(tx, change);
  const added = await tx`
    insert into playbook_cards (id, card, enabled) values (${id}, ${JSON.stringify(card)}, ${enabled})
    on conflict (id) do nothing returning 1`;
  const row = await cardNow(tx, id);
  return added.length > 0
    ? { outcome: 'saved', row, before: undefined }
    : { outcome: 'conflict', row };
}

/** For the trigger that keeps the version, until the end of the transaction. */
async function sayWhoChanges(tx: Transaction, { by, restoredVersion }: CardChange): Promise<void> {
  await tx`
    select set_config('playbook.by_id', ${by.userId}, true),
      set_config('playbook.by_name', ${by.displayName}, true),
      set_config('playbook.restored', ${restoredVersion?.toString() ?? ''}, true)`;
}

async function cardNow(tx: Transaction, id: string): Promise<CardRow> {
  const row = await findCard(tx, id);
  if (!row) throw new Error('A card that was just stored is there.');
  return row;
}
