import type { Database } from '@agent/store';
import { manyLines, seededRandom } from './lines.ts';

/** Different lines; each is said in about ten places. */
const lineCount = 200_000;
const linesAtOnce = 10_000;
/** So that each statement stays far below what a statement of ours may take. */
const callsAtOnce = 200;
const agents = 200;
/** Events of the call that is as long as a call can be. */
const mostEvents = 3_000;
const seed = 13;

/** How many calls there are to be, and what hears how far it is. */
export interface SeedOptions {
  calls: number;
  onStep: (line: string) => void;
}

/**
 * Fills an empty database with calls of two years, about 52 events each, the last of them a very long
 * one. For the owner of the tables: the rules that keep a log whole are not looked at meanwhile.
 */
export async function seedCalls(owner: Database, { calls, onStep }: SeedOptions): Promise<void> {
  // The same id for the same text, as our schemas take one.
  await owner`
    create function bench_id(text) returns uuid language sql immutable as $$
      select overlay(overlay(md5($1) placing '4' from 13) placing '8' from 17)::uuid $$`;
  await addAgents(owner);
  await addLines(owner);
  onStep(`… ${lineCount} lines are written`);
  for (let from = 0; from < calls; from += callsAtOnce) {
    const until = Math.min(calls, from + callsAtOnce);
    await owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`select setseed(${((from / callsAtOnce) % 1_000) / 1_000})`;
      await addCalls(tx, { from, until, calls });
      await addRecordings(tx, { from, until, calls });
      await addEvents(tx, { from, until, calls });
    });
    if (until % 10_000 === 0) onStep(`… ${until} calls are added`);
  }
  await owner`drop table bench_lines, bench_calls`;
}

type Tx = Parameters<Parameters<Database['begin']>[0]>[0];

interface Part {
  from: number;
  until: number;
  calls: number;
}

async function addAgents(owner: Database): Promise<void> {
  await owner`
    insert into users (id, username, display_name, role, password_hash)
    select bench_id('agent' || n), 'agent-' || n, 'Agent ' || n, 'agent', 'none'
    from generate_series(0, ${agents - 1}::int) n`;
}

async function addLines(owner: Database): Promise<void> {
  await owner`create table bench_lines (id int primary key, text text not null)`;
  // How many events each call gets; written down as the log is made from it.
  await owner`
    create table bench_calls (number int primary key, id uuid not null, events int not null)`;
  let batch: string[] = [];
  let first = 0;
  const flush = async () => {
    await owner`
      insert into bench_lines select ${first}::int + place - 1, text
      from unnest(${batch}::text[]) with ordinality as line (text, place)`;
    first += batch.length;
    batch = [];
  };
  for (const line of manyLines(lineCount, seededRandom(seed))) {
    batch.push(line);
    if (batch.length === linesAtOnce) await flush();
  }
  await owner`analyze bench_lines`;
}

/** Some agents have far more calls than others; one call in twenty was answered by nobody. */
async function addCalls(tx: Tx, { from, until, calls }: Part): Promise<void> {
  await tx`
    insert into bench_calls
    select n, bench_id('call' || n), case when n = ${calls - 1}::int then ${mostEvents}::int
      else least(600, 12 + floor(-ln(1 - random()) * 40))::int end
    from generate_series(${from}::int, ${until - 1}::int) n`;
  await tx`
    insert into calls (id, status, queue_id, queue_name, target_seconds, customer_name, contact_kind, contact, transcribed, recorded,
      notice_version, consent_at, queued_at, agent_id, agent_name, answered_at, ended_at,
      talk_ended_at, end_reason, wrap_up_started_at, disposition, notes, wrapped_up_at, closed_by,
      rating, rated_at, rating_comment, customer_identity, customer_seen_at)
    select id, case when answered then 'closed' else 'abandoned' end, 'main', 'Main', 20,
      (array['Maria', 'Ada', 'Grace', 'Alan', 'Linus', 'Barbara', 'Edsger', 'Donald'])[1 + number % 8]
        || ' ' || (array['Santos', 'Lovelace', 'Hopper', 'Turing', 'Liskov', 'Dijkstra'])[1 + number % 6],
      'email', 'customer-' || number || '@example.com', true, random() < 0.6, '1', at, at,
      case when answered then agent end, case when answered then 'Agent' end,
      case when answered then at end, at + interval '6 min', at + interval '6 min',
      case when answered then 'customer-hung-up' end, case when answered then at end,
      case when answered then (array['resolved', 'resolved', 'resolved', 'follow-up', 'escalated',
        'other'])[1 + floor(random() * 6)::int] end,
      case when answered then 'Promised to call back about this.' else '' end,
      case when answered then at + interval '7 min' end, case when answered then 'agent' end,
      rating, case when rating is not null then at + interval '8 min' end,
      case when rating is not null then '' end, gen_random_uuid(), at
    from (
      select number, id, now() - (${calls}::int - number) * (interval '730 days' / ${calls}::int) as at,
        random() < 0.95 or events > 600 as answered,
        bench_id('agent' || floor(${agents}::int * random() ^ 2)::int) as agent,
        case when random() < 0.4 then 1 + floor(5 * sqrt(random()))::int end as rating
      from bench_calls where number >= ${from} and number < ${until}
    ) made`;
}

/** As if all sound had been deleted when it was as old as it may become. */
async function addRecordings(tx: Tx, { from, until }: Part): Promise<void> {
  await tx`
    insert into recordings (call_id, status, begun_at, deleted_at, deletion_rule)
    select c.id, 'deleted', c.queued_at, c.queued_at + interval '90 days', 'retention'
    from calls c join bench_calls b on b.id = c.id
    where c.recorded and b.number >= ${from} and b.number < ${until}`;
}

/** In turns of ten: lines of both sides, how they sound, suggestions, some chat, some orders. */
async function addEvents(tx: Tx, { from, until }: Part): Promise<void> {
  await tx`
    with chosen as materialized (
      select b.id, b.events, b.number, c.queued_at, c.customer_name, c.agent_id, c.rating, seq,
        seq % 10 as turn, floor(random() * ${lineCount})::int as line, random() as chance
      from bench_calls b join calls c on c.id = b.id, generate_series(1, b.events) seq
      where b.number >= ${from} and b.number < ${until}
    ), kinds as (
      select chosen.*, case
        when seq = 1 then 'call.queued' when seq = 2 then 'call.offered'
        when seq = 3 then 'call.accepted' when seq = events - 1 then 'call.ended'
        when seq = events then 'call.wrapped-up'
        when turn in (0, 4, 6, 7) then 'segment.final' when turn in (5, 8) then 'sentiment.scored'
        when turn = 9 then 'suggestion.offered' when turn = 1 then 'suggestion.expired'
        when turn = 3 and chance < 0.2 then 'chat.message'
        when seq = 12 and chance < 0.35 then 'order.mentioned'
        else 'transcription.changed' end as type
      from chosen
    ), inserted as (
      insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
      select id, seq, gen_random_uuid(), queued_at + seq * interval '3 s', 'bot', type, audience,
        case when audience = 'public' then
          count(*) filter (where audience = 'public') over (partition by id order by seq) end,
        ${payload(tx)}
      from (
        select kinds.*, case when type ~ '^(suggestion|sentiment|order)' or type in
          ('call.offered', 'call.wrapped-up') then 'staff' else 'public' end as audience, text
        from kinds join bench_lines on bench_lines.id = line
      ) typed
      returning call_id, seq, public_seq
    )
    update calls c set last_seq = log.last_seq, last_public_seq = log.public_events
    from (
      select call_id, max(seq) as last_seq, count(public_seq) as public_events
      from inserted group by call_id
    ) log where log.call_id = c.id`;
}

function payload(tx: Tx) {
  const segment = (before: number) => tx.raw(`bench_id(id::text || (seq - ${before}))`);
  return tx`
    case type
      when 'call.queued' then jsonb_build_object('customerName', customer_name, 'transcribed', true)
      when 'call.offered' then jsonb_build_object('agentId', coalesce(agent_id, id))
      when 'call.accepted' then jsonb_build_object('agentName', 'Agent')
      when 'call.ended' then jsonb_build_object('reason', 'customer-hung-up')
      when 'call.wrapped-up' then jsonb_build_object(
        'disposition', 'resolved', 'notes', '', 'wrapUpMs', 60000)
      when 'segment.final' then jsonb_build_object('segmentId', ${segment(0)}, 'speaker',
        case when turn in (4, 7) then 'customer' else 'agent' end, 'startMs', seq * 3000,
        'endMs', seq * 3000 + 2500, 'text', text, 'language', 'en', 'meanLogProbability', -0.3)
      when 'sentiment.scored' then jsonb_build_object('segmentId', ${segment(1)},
        'score', round((2 * chance - 1)::numeric, 2), 'label', 'neutral', 'confidence', 0.8,
        'source', 'lexicon')
      when 'suggestion.offered' then jsonb_build_object('suggestionId', ${segment(0)},
        'segmentId', ${segment(2)}, 'suggestion', text, 'reasoning', 'As the card has it.',
        'action', 'explain', 'confidence', 0.8, 'important', false, 'source', jsonb_build_object(
          'kind', 'playbook', 'name', 'Card ' || line % 42, 'cardId', 'card'))
      when 'suggestion.expired' then jsonb_build_object(
        'suggestionId', ${segment(2)}, 'reason', 'moved-on')
      when 'chat.message' then jsonb_build_object(
        'messageId', ${segment(0)}, 'from', 'customer', 'text', text)
      when 'order.mentioned' then jsonb_build_object('segmentId', ${segment(2)},
        'orderNumber', 'S-' || (100000 + number), 'customerId', 'customer-' || number)
      else jsonb_build_object('status', 'live', 'delayMs', 100) end`;
}
