import 'server-only';
import {
  type CardSummary,
  type CardVersion,
  type PlaybookCard,
  playbookCardSchema,
  type StoredCard,
} from '@agent/protocol';
import type { CardRow, CardVersionRow } from '@agent/store';

/** What of a stored card a list shows, also when it does not fit the format (any more). */
export function cardSummary(row: CardRow): CardSummary {
  const { id, enabled, version, isEdited } = row;
  const parsed = playbookCardSchema.safeParse(row.card);
  const card: Partial<PlaybookCard> = parsed.data ?? {};
  const { title = titleIn(row.card) ?? id, kind = null, listensTo = null } = card;
  return {
    ...{ id, title, kind, listensTo, enabled, version, isEdited },
    important: card.important ?? false,
    phrases: card.phrases?.length ?? 0,
    examples: card.examples?.length ?? 0,
    fault: parsed.success ? null : firstFault(parsed.error.issues),
    lastChange: lastChangeOf(row),
  };
}

/** A card as it is stored, for who edits it. */
export function storedCard(row: CardRow): StoredCard {
  const { id, card, enabled, version, isOfProject, isEdited } = row;
  return {
    ...{ id, card, enabled, version, isOfProject, isEdited },
    lastChange: lastChangeOf(row),
  };
}

/** A version of a card, for who looks back at it. */
export function cardVersionView({ at, ...row }: CardVersionRow): CardVersion {
  return { ...row, at: at.toISOString() };
}

/** The first thing that is wrong with a card, with its field. */
export function firstFault(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): string {
  const [issue] = issues;
  const field = issue?.path.join('.');
  return field ? `${field}: ${issue?.message}` : (issue?.message ?? '');
}

function lastChangeOf({ why, byName, at }: CardRow): StoredCard['lastChange'] {
  return { why, byName, at: at.toISOString() };
}

function titleIn(card: unknown): string | undefined {
  const title = typeof card === 'object' && card !== null && 'title' in card ? card.title : null;
  return typeof title === 'string' && title.trim() !== '' ? title.slice(0, 80) : undefined;
}
