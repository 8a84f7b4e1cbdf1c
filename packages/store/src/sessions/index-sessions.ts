import { type CallId, callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { type Database, inTransaction, type Transaction } from '../database/connect.ts';
import { mayPass } from '../database/may-pass.ts';
import { orderKeys } from './order-keys.ts';
import type { SearchLanguage } from './search-language.ts';
import { readSessionFacts } from './session-facts.ts';
import { behind, type SessionPlace } from './session-place.ts';

/** Which calls are looked at, and how many at once. */
export interface IndexSessionsOptions {
  language: SearchLanguage;
  /** `recent`: those that ended a short while ago, which costs next to nothing; `all`: every one. */
  among: 'recent' | 'all';
  /** At most so many. */
  limit: number;
  /** Those behind this place, where an earlier answer ended. */
  behind?: SessionPlace | undefined;
  /** Told of a call whose words cannot be kept: it is found by everything else. */
  onUnsearchable: (callId: CallId, error: unknown) => void;
}

/**
 * `elsewhere`: another process does it. Else how many calls were brought up to date, and where to go on
 * while there may be more.
 */
export type IndexedSessions =
  | { outcome: 'elsewhere' }
  | { outcome: 'indexed'; indexed: number; goOnBehind: SessionPlace | undefined };

/** A rating comes within minutes; what comes later is found when all are looked at. */
const recentHours = 2;

/**
 * Brings the index of calls that are over up to their logs, newest first: those that have no row yet,
 * whose log has grown since, or which were indexed in another language. One process at a time, a
 * transaction for each call, so an append never waits for more than one of them.
 */
export async function indexSessions(
  db: Database,
  { language, among, limit, behind: place, onUnsearchable }: IndexSessionsOptions,
): Promise<IndexedSessions> {
  return db.begin(async (lock) => {
    const [row] = await lock<{ locked: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext('index-sessions')) as locked`;
    if (!row?.locked) return { outcome: 'elsewhere' };
    const stale = staleSchema.parse(
      await lock`
      select c.id, c.last_seq, (extract(epoch from c.ended_at) * 1000000)::bigint as ended_at_us from calls c left join call_search s on s.call_id = c.id
      where c.ended_at is not null
        and (${among === 'all'} or c.ended_at > now() - ${recentHours}::double precision * interval '1 hour')
        and (s.call_id is null or c.last_seq > s.indexed_seq or s.language <> ${language})
        and ${behind(lock, place)}
      order by c.ended_at desc, c.id desc limit ${limit}`,
    );
    for (const { id, lastSeq } of stale) {
      const asked = { language, seq: lastSeq };
      await indexSession(db, id, { ...asked, isSearchable: true }).catch(async (error: unknown) => {
        if (mayPass(error)) throw error;
        onUnsearchable(id, error);
        await indexSession(db, id, { ...asked, isSearchable: false });
      });
    }
    const last = stale.length === limit ? stale.at(-1) : undefined;
    const goOnBehind = last && { endedAtUs: last.endedAtUs, callId: last.id };
    return { outcome: 'indexed', indexed: stale.length, goOnBehind };
  });
}

const staleSchema = z.array(
  z.object({ id: callIdSchema, lastSeq: z.number(), endedAtUs: z.number() }),
);

interface Indexing {
  language: SearchLanguage;
  /** The log goes on: what is newer than this is looked at again. */
  seq: number;
  isSearchable: boolean;
}

function indexSession(db: Database, callId: CallId, indexing: Indexing): Promise<void> {
  return inTransaction(db, (tx) => writeRow(tx, callId, indexing));
}

/** Characters that are searched of each kind: a tsvector holds a megabyte, whatever is in it. */
const MOST_SAID = 200_000;
const MOST_TYPED = 100_000;
const MOST_NOTED = 10_000;

async function writeRow(
  tx: Transaction,
  callId: CallId,
  { language, seq, isSearchable }: Indexing,
) {
  // Who erases a call holds its row: either comes first, and an erased call gets no row.
  const [call] = await tx`
    select 1 from calls where id = ${callId} and ended_at is not null for share`;
  if (!call) return;
  const facts = (await readSessionFacts(tx, [callId])).get(callId);
  if (!facts) return;
  const { mood, orderNumbers, topics } = facts;
  const vector = (text: ReturnType<Transaction>, weight: 'A' | 'B' | 'C' | 'D') => tx`
    setweight(to_tsvector(${language}::regconfig, search_words(${text})), ${weight})`;
  const said = (speaker: 'customer' | 'agent') => tx`
    left(coalesce(string_agg(e.data ->> 'text', E'\n' order by e.seq) filter (
      where e.type = 'segment.final' and e.data ->> 'speaker' = ${speaker}), ''), ${MOST_SAID})`;
  const typed = tx`
    left(coalesce(string_agg(e.data ->> 'text', E'\n' order by e.seq) filter (
      where e.type = 'chat.message'), ''), ${MOST_TYPED})`;
  const noted = tx`
    left(case when c.status = 'closed' then c.notes else '' end, ${MOST_NOTED})
      || E'\n' || c.customer_name`;
  const words = isSearchable
    ? tx`${vector(said('customer'), 'A')} || ${vector(said('agent'), 'B')}
        || ${vector(typed, 'C')} || ${vector(noted, 'D')}`
    : tx`''::tsvector`;
  await tx`
    insert into call_search (call_id, indexed_seq, language, words, order_keys, order_numbers, topics,
      sentiment_start, sentiment_end, sentiment_trend)
    select c.id, ${seq}, ${language}, ${words}, ${orderNumbers.flatMap(orderKeys)}::text[],
      ${orderNumbers}::text[], ${topics}::text[], ${mood.start}::double precision,
      ${mood.end}::double precision, ${mood.trend}::double precision[]
    from calls c left join call_events e
      on e.call_id = c.id and e.type in ('segment.final', 'chat.message')
    where c.id = ${callId} group by c.id
    on conflict (call_id) do update set indexed_seq = excluded.indexed_seq,
      language = excluded.language, words = excluded.words, order_keys = excluded.order_keys,
      order_numbers = excluded.order_numbers, topics = excluded.topics,
      sentiment_start = excluded.sentiment_start, sentiment_end = excluded.sentiment_end,
      sentiment_trend = excluded.sentiment_trend`;
}
