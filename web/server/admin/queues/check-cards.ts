import 'server-only';
import { type Queryable, readQueueCards } from '@agent/store';
import { Problem } from '../../problem.ts';

/** Refuses cards that the playbook does not have; null stands for all of them. */
export async function checkCards(
  db: Queryable,
  cardIds: readonly string[] | null | undefined,
): Promise<void> {
  if (!cardIds || cardIds.length === 0) return;
  const known = new Set((await readQueueCards(db)).map(({ id }) => id));
  const missing = cardIds.filter((id) => !known.has(id));
  if (missing.length === 0) return;
  const message = 'Some of these cards are not in the playbook any more. Reload the page.';
  throw Problem.invalidInput(message, { cardIds: message });
}
