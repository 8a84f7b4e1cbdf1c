import { type CallId, callIdSchema, type Speaker } from '@agent/protocol';
import { z } from 'zod';
import type { Database, Fragment, Queryable, Transaction } from '../database/connect.ts';
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
 * whose log has grown since, or which were indexed in another language. One process at a time, a short
 * transaction for each call, so that an append waits for none.
 */
export async function indexSessions(
  db: Database,
  { language, among, limit, behind: place, onUnsearchable }: IndexSessionsOptions,
): Promise<IndexedSessions> {
  const stale = staleSchema.parse(
    await db`
      select c.id, (extract(epoch from c.ended_at) * 1000000)::bigint as ended_at_us
      from calls c left join call_search s on s.call_id = c.id
      where ${isStale(db, language)} and ${behind(db, place)} and (${among === 'all'}
        or c.ended_at > now() - ${recentHours}::double precision * interval '1 hour')
      order by c.ended_at desc, c.id desc limit ${limit}`,
  );
  let indexed = 0;
  for (const { id } of stale) {
    const outcome = await indexSession(db, id, { language, isSearchable: true }).catch((error) => {
      if (mayPass(error)) throw error;
      onUnsearchable(id, error);
      return indexSession(db, id, { language, isSearchable: false });
    });
    if (outcome === 'elsewhere') return { outcome };
    if (outcome === 'indexed') indexed += 1;
  }
  const last = stale.length === limit ? stale.at(-1) : undefined;
  const goOnBehind = last && { endedAtUs: last.endedAtUs, callId: last.id };
  return { outcome: 'indexed', indexed, goOnBehind };
}

const staleSchema = z.array(z.object({ id: callIdSchema, endedAtUs: z.number() }));

/** Whether a call `c` is over, not erased, and its row `s` is missing or behind. */
function isStale(db: Queryable, language: SearchLanguage): Fragment {
  return db`c.ended_at is not null and c.erased_at is null
    and (s.call_id is null or c.last_seq > s.indexed_seq or s.language <> ${language})`;
}

interface Indexing {
  language: SearchLanguage;
  isSearchable: boolean;
}

/** `current`: another was faster, or there is no such call any more. */
async function indexSession(
  db: Database,
  callId: CallId,
  { language, isSearchable }: Indexing,
): Promise<'indexed' | 'current' | 'elsewhere'> {
  return db.begin(async (tx) => {
    const [lock] = await tx<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtext('index-sessions')) as taken`;
    if (!lock?.taken) return 'elsewhere';
    // Who erases a call holds its row: either comes first, and an erased call gets no row.
    const [call] = await tx<{ lastSeq: number }[]>`
      select c.last_seq from calls c left join call_search s on s.call_id = c.id
      where c.id = ${callId} and ${isStale(tx, language)} for share of c`;
    if (!call) return 'current';
    await writeRow(tx, callId, { language, seq: call.lastSeq, isSearchable });
    return 'indexed';
  });
}

/** Characters that are searched of each kind: a tsvector holds a megabyte, whatever is in it. */
const MOST_SAID = 200_000;
const MOST_TYPED = 100_000;
const MOST_NOTED = 10_000;

async function writeRow(
  tx: Transaction,
  callId: CallId,
  { language, seq, isSearchable }: Indexing & { seq: number },
) {
  const facts = (await readSessionFacts(tx, [callId])).get(callId);
  if (!facts) return;
  const { mood, orderNumbers, topics } = facts;
  const vector = (text: ReturnType<Transaction>, weight: 'A' | 'B' | 'C' | 'D') => tx`
    setweight(to_tsvector(${language}::regconfig, search_words(${text})), ${weight})`;
  const said = (speakers: readonly Speaker[]) => tx`
    left(coalesce(string_agg(e.data ->> 'text', E'\n' order by e.seq) filter (
      where e.type = 'segment.final' and e.data ->> 'speaker' = any (${speakers}::text[])), ''), ${MOST_SAID})`;
  const typed = tx`
    left(coalesce(string_agg(e.data ->> 'text', E'\n' order by e.seq) filter (
      where e.type = 'chat.message'), ''), ${MOST_TYPED})`;
  const noted = tx`
    left(case when c.status = 'closed' then c.notes else '' end, ${MOST_NOTED})
      || E'\n' || c.customer_name`;
  const words = isSearchable
    ? tx`${vector(said(['customer']), 'A')} || ${vector(said(['agent', 'supervisor']), 'B')}
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
