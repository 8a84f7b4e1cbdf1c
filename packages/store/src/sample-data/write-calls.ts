import { foldFacts } from '@agent/calls';
import type { SampleCall, SampleInterval, SamplePart, SampleQueue } from '@agent/calls/sample-past';
import { audienceOf, type CallEvent } from '@agent/protocol';
import type { Transaction } from '../database/connect.ts';
import type { FoldedCall } from '../facts/read-facts.ts';
import { snake } from '../facts/snake.ts';
import { storeFacts } from '../facts/store-facts.ts';

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
 * batch may come twice. Gives those that are new, as they were folded.
 */
export async function writeSampleParts(
  tx: Transaction,
  parts: readonly SamplePart[],
  queues: readonly SampleQueue[],
): Promise<FoldedCall[]> {
  const calls = parts.flatMap(({ call }) => call ?? []);
  const added = await writeRows(tx, calls);
  const fresh = calls.filter(({ row }) => added.has(row.id));
  await writeEvents(tx, fresh);
  await writeIntervals(
    tx,
    parts.flatMap(({ intervals }) => intervals),
  );
  const folded = fresh.map((call) => folding(call, queues));
  if (folded.length > 0) await storeFacts(tx, folded);
  return folded;
}

async function writeRows(
  tx: Transaction,
  calls: readonly SampleCall[],
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
const eventsAtOnce = 2_000;

async function writeEvents(tx: Transaction, calls: readonly SampleCall[]): Promise<void> {
  const rows = calls.flatMap(({ events }) => rowsOfLog(events));
  for (let from = 0; from < rows.length; from += eventsAtOnce) {
    const given = JSON.stringify(rows.slice(from, from + eventsAtOnce));
    await tx`
      insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
      select call_id, seq, event_id, at, actor, type, audience, public_seq, data
      from json_populate_recordset(null::call_events, ${given}::json)`;
  }
}

/** Customers count the public ones alone. */
function rowsOfLog(events: readonly CallEvent[]): object[] {
  let publicEvents = 0;
  return events.map(({ callId, seq, eventId, at, actor, type, data }) => {
    const audience = audienceOf(type);
    if (audience === 'public') publicEvents += 1;
    return {
      ...{ call_id: callId, seq, event_id: eventId, at, actor, type, audience, data },
      public_seq: audience === 'public' ? publicEvents : null,
    };
  });
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

/** The same rules that fold real calls. */
function folding({ row, events }: SampleCall, queues: readonly SampleQueue[]): FoldedCall {
  const { id: callId, transcribed: isTranscribed, wrappedUpAt: closedAt, disposition } = row;
  const { queueId, targetSeconds, agentId, customerId, queuedAt, answeredAt, endedAt } = row;
  const outcome = queues
    .find(({ id }) => id === queueId)
    ?.outcomes.find(({ id }) => id === disposition);
  const facts = foldFacts(
    {
      ...{ callId, queueId, targetSeconds, isTranscribed, agentId, customerId },
      ...{ queuedAt, answeredAt, endedAt, closedAt, closedBy: row.closedBy },
      resolves: outcome?.resolves ?? null,
    },
    events,
  );
  return { facts, foldedSeq: row.lastSeq, knownCustomerId: null };
}

function inSnakeCase(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [snake(name), value]));
}
