import type { CallFacts } from '@agent/calls';
import type { CallId } from '@agent/protocol';
import type { Database } from '../database/connect.ts';
import type { Row } from '../database/statement.ts';
import { readFacts } from '../facts/read-facts.ts';
import { snake } from '../facts/snake.ts';

/** The stored facts of a call; undefined when there are none. */
export async function storedFacts(db: Database, callId: CallId): Promise<Row | undefined> {
  const [row] = await db`
    select *, local_day::text as local_day from call_facts where call_id = ${callId}`;
  return row;
}

/** The same facts as they come out of the log, named as the columns are; with what stands in the table of cards. */
export async function differencesOfFacts(db: Database, callId: CallId): Promise<string[]> {
  const [folded] = await readFacts(db, [callId]);
  const stored = await storedFacts(db, callId);
  if (!folded || !stored) return [folded === stored ? '' : 'one of both is missing'];
  const { cards, suggestions, ...rest } = folded.facts;
  const counts = Object.entries(suggestions).map(([name, count]) => [
    `suggestions${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    count,
  ]);
  const expected = { ...rest, ...Object.fromEntries(counts) } as Record<string, unknown>;
  const different = Object.entries(expected).filter(
    ([name, value]) => JSON.stringify(stored[name]) !== JSON.stringify(value),
  );
  const storedCards = await db`
    select card_id, offered, accepted, edited, dismissed, marked_wrong, expired, unseen
    from call_card_facts where call_id = ${callId} order by card_id`;
  const faults = different.map(
    ([name, value]) => `${snake(name)}: ${String(stored[name])}, not ${String(value)}`,
  );
  return sameCards(storedCards, cards) ? faults : [...faults, 'cards'];
}

function sameCards(stored: readonly Row[], cards: CallFacts['cards']): boolean {
  return JSON.stringify(stored.map(sorted)) === JSON.stringify(cards.map(sorted));
}

function sorted(fields: object): unknown[] {
  return Object.entries(fields).toSorted(([a], [b]) => a.localeCompare(b));
}
