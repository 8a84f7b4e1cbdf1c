import type { SampleInterval } from '@agent/calls/sample-past';
import type { Transaction } from '../database/connect.ts';
import { snake } from '../facts/snake.ts';
import { storeFacts } from '../facts/store-facts.ts';
import type { BatchCall, SampleBatch } from './to-batch.ts';

/** What a row of a call takes from its made-up one as it is. */
const rowColumns = [
  ...['id', 'status', 'queue_id', 'queue_name', 'target_seconds', 'customer_name', 'contact'],
  ...['customer_id', 'transcribed', 'queued_at', 'agent_id', 'agent_name', 'answered_at'],
  ...['requeued_at', 'taken_on_at', 'without_agent_ms', 'ended_at', 'talk_ended_at', 'end_reason'],
  ...['wrap_up_started_at', 'wrapped_up_at', 'closed_by', 'disposition', 'notes', 'rated_at'],
  ...['rating', 'customer_seen_at', 'agent_seen_at', 'last_seq', 'last_public_seq'],
].join(', ');

/**
 * Writes calls with their logs and facts, and what agents did. What is there already stays as it is, so a
 * batch may come twice.
 */
export async function writeSampleBatch(
  tx: Transaction,
  { calls, intervals }: SampleBatch,
): Promise<void> {
  const added = await writeRows(tx, calls);
  const fresh = calls.filter(({ row }) => added.has(row.id));
  await writeEvents(
    tx,
    fresh.flatMap(({ log }) => log),
  );
  await writeIntervals(tx, intervals);
  const folded = fresh.map((call) => call.folded);
  if (folded.length > 0) await storeFacts(tx, folded);
}

async function writeRows(
  tx: Transaction,
  calls: readonly BatchCall[],
): Promise<ReadonlySet<string>> {
  if (calls.length === 0) return new Set();
  const given = JSON.stringify(calls.map(({ row }) => inSnakeCase(row)));
  const columns = tx.raw(rowColumns);
  const rows = await tx<{ id: string }[]>`
    insert into calls (${columns}, contact_kind, recorded, notice_version, consent_at, customer_linked_by,
      rating_comment, customer_identity, is_sample)
    select ${columns}, 'email', false, 'sample', case when transcribed then queued_at end,
      case when customer_id is not null then 'match' end, case when rating is not null then '' end,
      gen_random_uuid(), true
    from json_populate_recordset(null::calls, ${given}::json)
    on conflict (id) do nothing returning id`;
  return new Set(rows.map(({ id }) => id));
}

/** Rows of one statement: it is not given up on a machine that is busy. */
const eventsAtOnce = 500;

async function writeEvents(tx: Transaction, rows: readonly string[]): Promise<void> {
  for (let from = 0; from < rows.length; from += eventsAtOnce) {
    const given = `[${rows.slice(from, from + eventsAtOnce).join(',')}]`;
    await tx`
      insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
      select call_id, seq, event_id, at, actor, type, audience, public_seq, data
      from json_populate_recordset(null::call_events, ${given}::json)`;
  }
}

async function writeIntervals(
  tx: Transaction,
  intervals: readonly SampleInterval[],
): Promise<void> {
  if (intervals.length === 0) return;
  const given = intervals.map(({ startedAtMs, endedAtMs, ...rest }) => ({
    ...inSnakeCase(rest),
    started_at: new Date(startedAtMs),
    ended_at: new Date(endedAtMs),
  }));
  await tx`select add_sample_intervals(${JSON.stringify(given)}::json)`;
}

function inSnakeCase(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [snake(name), value]));
}
