import 'server-only';
import { cardFaults } from '@agent/playbook/card-faults';
import {
  type CardChangeRequest,
  type CardRestoreRequest,
  playbookCardSchema,
  reservedCardIds,
  type StoredCard,
} from '@agent/protocol';
import {
  type AuditAction,
  type CardChange,
  type CardSaved,
  findCardVersion,
  recordAudit,
  saveCard,
} from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { actingAdmin } from '../acting-admin.ts';
import { conflictWords } from './card-conflict.ts';
import { firstFault, storedCard } from './card-views.ts';
import { changedFields } from './changed-fields.ts';
import { noSuchCard } from './read-playbook.ts';

/** An admin changes the words of a card, switches it on or off, or adds one. Bots have it a moment after. */
export async function changeCard(
  services: Pick<Services, 'db'>,
  viewer: Viewer,
  id: string,
  { version, card, enabled }: CardChangeRequest,
): Promise<StoredCard> {
  const by = requireRole(viewer, 'admin');
  if (card) requireUsable(id, version, card);
  return change(services, viewer, { id, version, card, enabled, by });
}

/** An admin brings the words of an old version back; whether the card is in use stays as it is. */
export async function restoreCard(
  services: Pick<Services, 'db'>,
  viewer: Viewer,
  id: string,
  { version, restore }: CardRestoreRequest,
): Promise<StoredCard> {
  const by = requireRole(viewer, 'admin');
  const old = await findCardVersion(services.db, id, restore);
  if (!old) throw Problem.notFound('The card never had that version.');
  const parsed = playbookCardSchema.safeParse(old.card);
  const faults = parsed.data ? cardFaults(parsed.data) : parsed.error.issues;
  if (!parsed.data || faults.length > 0) {
    const why = `Version ${restore} does not fit the format of cards any more: ${firstFault(faults)}`;
    throw Problem.conflict(why, { restore: why });
  }
  return change(services, viewer, { id, version, card: parsed.data, restoredVersion: restore, by });
}

function requireUsable(
  id: string,
  version: number,
  card: NonNullable<CardChangeRequest['card']>,
): void {
  if (card.id !== id) {
    const why = `The id of a card stays what it is: ${id}. Copy the card to give it another.`;
    throw Problem.invalidInput(why, { 'card.id': why });
  }
  if (version === 0 && reservedCardIds.includes(id)) {
    const why = 'Choose another id: this one stands for something else in our addresses.';
    throw Problem.invalidInput(why, { 'card.id': why });
  }
  const faults = cardFaults(card).map(({ path, message }) => [
    ['card', ...path].join('.'),
    message,
  ]);
  if (faults.length === 0) return;
  throw Problem.invalidInput('Some phrases cannot be used.', Object.fromEntries(faults));
}

async function change(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  wanted: CardChange,
): Promise<StoredCard> {
  const who = actingAdmin(viewer);
  const saved = await db.begin(async (tx) => {
    const outcome = await saveCard(tx, wanted);
    if (outcome.outcome === 'saved') {
      for (const action of actionsOf(outcome)) {
        const { version, restoredVersion = null } = { ...wanted, ...outcome.row };
        const subject = { kind: 'card', id: wanted.id } as const;
        const data = { version, restoredVersion, fields: fieldsOf(outcome) };
        await recordAudit(tx, { action, subject, data, ...who });
      }
    }
    return outcome;
  });
  if (saved.outcome === 'not-found') throw noSuchCard();
  if (saved.outcome === 'conflict') {
    const base = await findCardVersion(db, wanted.id, wanted.version);
    throw Problem.conflict(conflictWords(saved.row, base));
  }
  return storedCard(saved.row);
}

type Saved = Extract<CardSaved, { outcome: 'saved' }>;

function fieldsOf({ row, before }: Pick<Saved, 'row' | 'before'>): string[] {
  return changedFields(before?.card, row.card);
}

/** What was done, as the record has it: words and switch may have changed at once. */
function actionsOf({ row, before }: Saved): AuditAction[] {
  if (!before) return ['card.created'];
  if (row.why === 'restored') return ['card.restored'];
  const switched = row.enabled ? 'card.switched-on' : 'card.switched-off';
  return [
    ...(fieldsOf({ row, before }).length > 0 ? (['card.changed'] as const) : []),
    ...(row.enabled === before.enabled ? [] : ([switched] as const)),
  ];
}
