import { SENTIMENT_LABEL_THRESHOLD, type SessionQuery } from '@agent/protocol';
import type { Fragment, Queryable } from '../database/connect.ts';
import { behindFigure, isOfFigures } from './behind-figure.ts';
import { orderKey } from './order-keys.ts';
import type { SearchLanguage } from './search-language.ts';
import type { SessionWords } from './session-words.ts';
import type { SessionsAsked } from './sessions-asked.ts';

/** Postgres knows no year 0, and our texts none after this; no call was before or comes after. */
const timesMs = { first: 0, last: Date.parse('9999-12-31T23:59:59.999Z') };
const DAY_MS = 86_400_000;

/** What must hold of a call `c` with its row `s` in the index, if it has one yet. */
export function sessionConditions(db: Queryable, asked: SessionsAsked) {
  const { filters, words, language } = asked;
  const conditions: Fragment[] = [db`c.ended_at is not null and c.erased_at is null`];
  const { from, to, rating, sentiment, recorded, order } = filters;
  conditions.push(isOfFigures(filters) ? behindFigure(db, asked) : whose(db, asked));
  if (from) conditions.push(db`c.ended_at >= ${momentOf(from, 0)}::timestamptz`);
  if (to) conditions.push(db`c.ended_at < ${momentOf(to, DAY_MS)}::timestamptz`);
  if (rating) conditions.push(db`c.rating = ${rating}`);
  if (recorded) conditions.push(db`c.recorded = ${recorded === 'yes'}`);
  if (sentiment) conditions.push(endsAs(db, sentiment));
  if (order) conditions.push(db`s.order_keys @> ${[orderKey(order)]}::text[]`);
  if (words) conditions.push(db`s.words @@ ${allOf(db, words, language)}`);
  return all(db, conditions);
}

function whose(db: Queryable, { of, filters: { agent, queue, outcome } }: SessionsAsked): Fragment {
  const conditions: Fragment[] = [db`true`];
  if (of) conditions.push(db`c.agent_id = ${of}`);
  if (agent) conditions.push(db`c.agent_id = ${agent}`);
  if (queue) conditions.push(db`c.queue_id = ${queue}`);
  if (outcome) conditions.push(turnedOut(db, outcome));
  return all(db, conditions);
}

/** All of these words, as the index is asked for them. */
export function allOf(db: Queryable, words: SessionWords, language: SearchLanguage): Fragment {
  return db`websearch_to_tsquery(
    ${language}::regconfig, replace(search_words(${words.allOf}), '!', '-'))`;
}

/** A queue may have an outcome of the name that calls have whose customers gave up waiting. */
function turnedOut(db: Queryable, outcome: string): Fragment {
  const chosen = db`(c.status = 'closed' and c.disposition = ${outcome})`;
  return outcome === 'abandoned' ? db`(c.status = 'abandoned' or ${chosen})` : chosen;
}

/** As `sentimentLabel` has it. */
function endsAs(db: Queryable, sentiment: NonNullable<SessionQuery['sentiment']>): Fragment {
  const bound = SENTIMENT_LABEL_THRESHOLD;
  switch (sentiment) {
    case 'ends-negative':
      return db`s.sentiment_end < ${-bound}::double precision`;
    case 'ends-positive':
      return db`s.sentiment_end > ${bound}::double precision`;
    case 'ends-neutral':
      return db`s.sentiment_end between ${-bound}::double precision and ${bound}::double precision`;
  }
}

/** A moment as it is; of a day its beginning in UTC, so many milliseconds on. */
function momentOf(dayOrMoment: string, ofDayMs: number): string {
  const isDay = dayOrMoment.length === '2026-11-23'.length;
  const atMs = Date.parse(dayOrMoment) + (isDay ? ofDayMs : 0);
  return new Date(Math.min(timesMs.last, Math.max(timesMs.first, atMs))).toISOString();
}

function all(db: Queryable, conditions: readonly Fragment[]): Fragment {
  return conditions.reduce((first, next) => db`${first} and ${next}`);
}
