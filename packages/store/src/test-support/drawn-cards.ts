import type { CallFacts, CardFacts, FollowedFacts } from '@agent/calls';
import type { Database } from '../database/connect.ts';

/** Gives drawn calls cards: their own counts of suggestions go to one or two of these. */
export function withCards(
  facts: readonly FollowedFacts[],
  ids: readonly string[],
): FollowedFacts[] {
  return facts.map((call, index) => ({ ...call, cards: cardsOf(call, index, ids) }));
}

/** Writes the cards of calls whose facts are there. */
export async function insertCards(db: Database, facts: readonly CallFacts[]): Promise<void> {
  const rows = facts.flatMap(({ callId, cards }) =>
    cards.map(({ cardId, markedWrong, ...counts }) => ({
      ...{ call_id: callId, card_id: cardId, marked_wrong: markedWrong, ...counts },
    })),
  );
  await db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into call_card_facts
      select * from json_populate_recordset(null::call_card_facts, ${JSON.stringify(rows)}::json)`;
  });
}

function cardsOf(call: CallFacts, index: number, ids: readonly string[]): CardFacts[] {
  if (call.answeredAt === null || index % 5 === 0) return [];
  const used = index % 2 === 0 ? 2 : 1;
  return Array.from({ length: used }, (_, n) => ({
    cardId: ids[(index + n) % ids.length] ?? '',
    ...call.suggestions,
  }));
}
