import 'server-only';
import type { CardQuery, CardSummary, CardVersion, StoredCard } from '@agent/protocol';
import { type CardRow, findCard, readCards, readCardVersions } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { cardSummary, cardVersionView, storedCard } from './card-views.ts';

/** The cards that a query lets through, by title, and how many there are in all. */
export async function listCards(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  { query = '', enabled, kind }: CardQuery,
): Promise<{ cards: CardSummary[]; total: number }> {
  requireRole(viewer, 'admin');
  const rows = await readCards(db);
  const wanted = query.toLowerCase();
  const cards = rows
    .filter((row) => enabled === undefined || row.enabled === (enabled === 'on'))
    .filter((row) => holds(row, wanted))
    .map(cardSummary)
    .filter((card) => kind === undefined || card.kind === kind)
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
  return { cards, total: rows.length };
}

/** One card as it is stored. */
export async function readCard(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  id: string,
): Promise<StoredCard> {
  requireRole(viewer, 'admin');
  const row = await findCard(db, id);
  if (!row) throw noSuchCard();
  return storedCard(row);
}

/** What a card has been, the newest first. */
export async function readVersions(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  id: string,
): Promise<CardVersion[]> {
  requireRole(viewer, 'admin');
  const versions = await readCardVersions(db, id);
  if (versions.length === 0) throw noSuchCard();
  return versions.map(cardVersionView);
}

/** Said of an id that no card has. */
export function noSuchCard(): Problem {
  return Problem.notFound('There is no such card.');
}

/** Whether one of the card's texts has the words in it; names of fields are no words. */
function holds({ id, card }: CardRow, wanted: string): boolean {
  return wanted === '' || id.includes(wanted) || hasText(card, wanted);
}

function hasText(value: unknown, wanted: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(wanted);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => hasText(part, wanted));
}
