import { FACTS_VERSION } from '@agent/calls';
import type { Transaction } from '../database/connect.ts';
import { localTime } from './local-time.ts';
import type { FoldedCall } from './read-facts.ts';
import { snake } from './snake.ts';

/** What the fold decides; everything else is in the call's row, or of the zone. */
const foldedColumns = [
  ...['agent_id', 'outcome', 'in_target', 'over_target', 'wait_ms', 'ring_ms'],
  ...['offers', 'offers_declined', 'offers_expired', 'talk_ms', 'hold_ms', 'holds', 'wrap_up_ms'],
  ...['first_response_ms', 'disposition', 'resolves', 'rating'],
  ...['sentiment_sum', 'sentiment_lines', 'sentiment_start', 'sentiment_end'],
  ...['help_requests', 'orders_named', 'suggestions_offered', 'suggestions_accepted'],
  ...['suggestions_edited', 'suggestions_dismissed', 'suggestions_marked_wrong'],
  ...['suggestions_expired', 'suggestions_unseen', 'folded_seq', 'facts_version'],
];
const rowColumns = [
  ...['queue_id', 'customer_id', 'queued_at', 'answered_at', 'ended_at', 'closed_at', 'closed_by'],
  ...['is_transcribed', 'is_sample', 'is_erased', 'target_seconds'],
];
const localColumns = ['local_day', 'local_hour', 'local_weekday'];
const columns = [...foldedColumns, ...rowColumns, ...localColumns];
const cardColumns = [
  ...['offered', 'accepted', 'edited', 'dismissed', 'marked_wrong', 'expired', 'unseen'],
];

/**
 * Stores facts as they were folded, in one statement. What has been folded further by now stays as it is, and
 * what is stored already is not written again, so that no day is marked for nothing. Newest first: whoever
 * locks facts of several calls does so in this order.
 */
export async function storeFacts(tx: Transaction, calls: readonly FoldedCall[]): Promise<void> {
  const given = JSON.stringify(calls.map(columnsOf));
  const cards = JSON.stringify(calls.flatMap(cardsOf));
  const list = (names: readonly string[], alias = '') =>
    tx.raw(names.map((name) => alias + name).join(', '));
  const setTo = (names: readonly string[]) =>
    tx.raw(names.map((name) => `${name} = excluded.${name}`).join(', '));
  await tx`
    with given as materialized (select * from json_populate_recordset(null::call_facts, ${given}::json)),
    stored as (
      insert into call_facts (call_id, ${list(columns)})
      select r.call_id, ${list(foldedColumns, 'r.')}, c.queue_id, c.customer_id, c.queued_at,
        c.answered_at, c.ended_at, c.wrapped_up_at, c.closed_by, c.transcribed, c.is_sample,
        c.erased_at is not null, c.target_seconds, ${localTime(tx, tx`c.queued_at`)}
      from given r join calls c on c.id = r.call_id, figure_zone z
      order by c.queued_at desc, c.id desc
      on conflict (call_id) do update set ${setTo(columns)},
        repeated = case when excluded.customer_id is not null and excluded.resolves
          then call_facts.repeated end
      where excluded.folded_seq >= call_facts.folded_seq
        and (${list(columns, 'call_facts.')}) is distinct from (${list(columns, 'excluded.')})
    ),
    given_cards as materialized (
      select * from json_populate_recordset(null::call_card_facts, ${cards}::json)
    ),
    gone as (
      delete from call_card_facts k using given r
      where k.call_id = r.call_id and not exists (
        select from given_cards n where n.call_id = k.call_id and n.card_id = k.card_id)
    )
    insert into call_card_facts (call_id, card_id, ${list(cardColumns)})
    select n.call_id, n.card_id, ${list(cardColumns, 'n.')} from given_cards n
      join given r using (call_id)
    where not exists (
      select from call_facts f where f.call_id = r.call_id and f.folded_seq > r.folded_seq)
    on conflict (call_id, card_id) do update set ${setTo(cardColumns)}
    where (${list(cardColumns, 'call_card_facts.')})
      is distinct from (${list(cardColumns, 'excluded.')})`;
}

function columnsOf({ facts, foldedSeq }: FoldedCall): object {
  const { suggestions, cards, ...rest } = facts;
  const counts = Object.entries(suggestions).map(([name, count]) => [
    `suggestions_${snake(name)}`,
    count,
  ]);
  return {
    ...inSnakeCase(rest),
    ...Object.fromEntries(counts),
    folded_seq: foldedSeq,
    facts_version: FACTS_VERSION,
  };
}

function cardsOf({ facts }: FoldedCall): object[] {
  return facts.cards.map((card) => ({ call_id: facts.callId, ...inSnakeCase(card) }));
}

function inSnakeCase(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [snake(name), value]));
}
