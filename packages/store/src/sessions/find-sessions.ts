import type {
  CallId,
  QueueId,
  SessionHit,
  SessionPage,
  SessionQuery,
  UserId,
} from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { hasTimedOut, withinTime } from '../database/within-time.ts';
import type { SearchLanguage } from './search-language.ts';
import { allOf, sessionConditions } from './session-filters.ts';
import { sessionLines } from './session-lines.ts';
import { behind, readPlace, type SessionPlace, writePlace } from './session-place.ts';
import { sessionColumns, sessionRowSchema, summaryOf } from './session-row.ts';
import { sessionWords } from './session-words.ts';
import type { SessionsAsked } from './sessions-asked.ts';

/** Who looks for calls, and how words are compared. */
export interface FindSessionsOptions {
  /** Whose calls the reader may see; null: everybody's. */
  of: UserId | null;
  language: SearchLanguage;
  /** Queues that the figures of the reader are limited to; none, as by default: all. */
  queues?: readonly QueueId[];
}

/**
 * What became of a search. `no-place`: the cursor is none of ours; `too-common`: the words say nothing,
 * such as "and the"; `too-slow`: it would keep Postgres busy for too long.
 */
export type FoundSessions =
  | { outcome: 'found'; page: SessionPage }
  | { outcome: 'no-place' | 'too-common' | 'too-slow' };

const PAGE_SIZE = 25;
/** Nobody reads on so far, and to count further takes longer than to find. */
const MOST_COUNTED = 1_000;
/** Of each statement of a search. */
const TIMEOUT_MS = 2_000;
/** Of the count beside a page. */
const COUNT_TIMEOUT_MS = 150;

/**
 * Calls that are over, the newest first, a page at a time. What was found only just now, as the call has
 * only just ended, has no words, orders or mood yet.
 */
export async function findSessions(
  db: Queryable,
  { query, cursor, ...filters }: SessionQuery,
  { of, language, queues = [] }: FindSessionsOptions,
): Promise<FoundSessions> {
  const place = cursor === undefined ? undefined : readPlace(cursor);
  if (cursor !== undefined && !place) return { outcome: 'no-place' };
  const words = query ? sessionWords(query) : undefined;
  const asked: SessionsAsked = { of, filters, words, language, queues };
  try {
    return await inTransaction(db, async (tx) => {
      await tx`
        select set_config('statement_timeout', ${String(TIMEOUT_MS)}, true),
          set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`;
      if (words && !(await saysSomething(tx, asked))) return { outcome: 'too-common' as const };
      return { outcome: 'found' as const, page: await findPage(tx, asked, place) };
    });
  } catch (error) {
    if (hasTimedOut(error)) return { outcome: 'too-slow' };
    throw error;
  }
}

async function saysSomething(tx: Transaction, { words, language }: SessionsAsked) {
  if (!words) return true;
  const [row] = await tx`select numnode(${allOf(tx, words, language)}) > 0 as says_something`;
  return row?.saysSomething === true;
}

async function findPage(
  tx: Transaction,
  asked: SessionsAsked,
  place: SessionPlace | undefined,
): Promise<SessionPage> {
  const rows = (
    await tx`
      select ${sessionColumns(tx)}, (extract(epoch from c.ended_at) * 1000000)::bigint as ended_at_us,
        coalesce(s.order_numbers, '{}') as order_numbers, coalesce(s.topics, '{}') as topics,
        s.sentiment_start, s.sentiment_end, coalesce(s.sentiment_trend, '{}') as sentiment_trend
      from (
        select c.* from calls c left join call_search s on s.call_id = c.id
        where ${sessionConditions(tx, asked)} and ${behind(tx, place)}
        order by c.ended_at desc, c.id desc limit ${PAGE_SIZE + 1}
      ) c
      left join call_search s on s.call_id = c.id left join recordings r on r.call_id = c.id
      order by c.ended_at desc, c.id desc`
  ).map(foundRow);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const atLeast = shown.length;
  const counted = await count(tx, asked, { atLeast, isAll: !place && !last });
  const hits = await hitsOf(
    tx,
    asked,
    shown.map(({ row }) => row.callId),
  );
  return {
    sessions: shown.map(({ row, facts }) => {
      const summary = summaryOf(row, facts);
      return { ...summary, hits: hits.get(row.callId) ?? [] };
    }),
    nextCursor: last ? writePlace({ endedAtUs: last.endedAtUs, callId: last.row.callId }) : null,
    count: counted,
  };
}

async function hitsOf(
  tx: Transaction,
  { words, language }: SessionsAsked,
  callIds: readonly CallId[],
): Promise<Map<CallId, SessionHit[]>> {
  if (!words || words.anyOf === '' || callIds.length === 0) return new Map();
  return sessionLines(tx, callIds, { words, language });
}

/**
 * How many there are in all. To count what words stand in nearly every call may take far longer than to
 * find a page of them: then there are more than these.
 */
async function count(
  tx: Transaction,
  asked: SessionsAsked,
  { atLeast, isAll }: { atLeast: number; isAll: boolean },
): Promise<SessionPage['count']> {
  if (isAll) return { value: atLeast, isMore: false };
  const rows = await withinTime(tx, { mostMs: COUNT_TIMEOUT_MS, thenMs: TIMEOUT_MS }, () => {
    return tx<{ value: number }[]>`
      select count(*)::integer as value from (
        select 1 from calls c left join call_search s on s.call_id = c.id
        where ${sessionConditions(tx, asked)} limit ${MOST_COUNTED + 1}
      ) counted`;
  });
  const value = rows?.[0]?.value;
  if (value === undefined) return { value: atLeast, isMore: true };
  return { value: Math.min(value, MOST_COUNTED), isMore: value > MOST_COUNTED };
}

const factsSchema = z.object({
  endedAtUs: z.number(),
  orderNumbers: z.array(z.string()),
  topics: z.array(z.string()),
  sentimentStart: z.number().nullable(),
  sentimentEnd: z.number().nullable(),
  sentimentTrend: z.array(z.number().nullable()),
});

function foundRow(row: unknown) {
  const { endedAtUs, orderNumbers, topics, ...mood } = factsSchema.parse(row);
  const { sentimentStart: start, sentimentEnd: end, sentimentTrend: trend } = mood;
  const facts = { mood: { start, end, trend }, orderNumbers, topics };
  return { endedAtUs, row: sessionRowSchema.parse(row), facts };
}
