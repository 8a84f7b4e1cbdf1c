import { type CallId, callIdSchema, type SessionQuery, type UserId } from '@agent/protocol';
import { type Database, findSessions, readCallEvents, readSession } from '@agent/store';
import { z } from 'zod';
import {
  backendProcessor,
  type Figure,
  figureLine,
  figureOf,
} from '../search-performance/figure.ts';
import { seededRandom, wordOf } from './lines.ts';

/** How often each kind is asked, and what hears of each figure. */
export interface HistoryFiguresOptions {
  times: number;
  onFigure: (line: string) => void;
}

/** A kind of question, made anew each time. */
type QueryKind = readonly [kind: string, query: (draw: Draw) => SessionQuery];

/** What is drawn for one question. */
interface Draw {
  /** A number from `from` to below `to`. */
  within: (from: number, to: number) => number;
  /** A day of the last two years, and the one 30 days later. */
  month: { from: string; to: string };
  agent: UserId;
  /** Digits of an order, as people type them. */
  order: string;
}

/** By how many calls have them, of 100,000: about 50; 1,000 to 3,000; more than 40,000. */
const rare = ({ within }: Draw) => wordOf(within(14_000, 20_000));
const middling = ({ within }: Draw) => wordOf(within(300, 900));
const common = ({ within }: Draw) => wordOf(within(4, 12));

/** What people ask, and what only somebody asks who means to keep Postgres busy. */
export const queryKinds: readonly QueryKind[] = [
  ['list, newest', () => ({})],
  ['list of one agent', ({ agent }) => ({ agent })],
  ['list of a month', ({ month }) => month],
  ['an agent and a month', ({ agent, month }) => ({ agent, ...month })],
  ['escalated, rating 1', () => ({ outcome: 'escalated', rating: 1 })],
  ['an agent, escalated, rating 1', ({ agent }) => ({ agent, outcome: 'escalated', rating: 1 })],
  ['abandoned', () => ({ outcome: 'abandoned' })],
  ['ended angrily, recorded', () => ({ sentiment: 'ends-negative', recorded: 'yes' })],
  ['order number', ({ order }) => ({ order })],
  ['rare word', (draw) => ({ query: rare(draw) })],
  ['middling word', (draw) => ({ query: middling(draw) })],
  ['common word', (draw) => ({ query: common(draw) })],
  ['two common words', (draw) => ({ query: `${common(draw)} ${common(draw)}` })],
  ['common and middling', (draw) => ({ query: `${common(draw)} ${middling(draw)}` })],
  ['a word or another', (draw) => ({ query: `${rare(draw)} or ${middling(draw)}` })],
  ['a name', () => ({ query: 'Grace Hopper' })],
  ['phrase of the playbook', () => ({ query: '"money back"' })],
  ['phrase of common words', (draw) => ({ query: `"${common(draw)} ${common(draw)}"` })],
  ['common word, one agent', (draw) => ({ query: common(draw), agent: draw.agent })],
  [
    'common word, escalated, rating 1',
    (draw) => ({ query: common(draw), outcome: 'escalated', rating: 1 }),
  ],
  ['common word, one month', (draw) => ({ query: common(draw), ...draw.month })],
  ['everything without a word', (draw) => ({ query: `-${common(draw)}` })],
  ['a word nobody says', () => ({ query: 'zzzzzzzz' })],
  [
    'twenty words',
    (draw) => ({
      query: Array.from({ length: 20 }, () => common(draw))
        .join(' ')
        .slice(0, 200),
    }),
  ],
];

/** Asks each kind of question one after another, as one supervisor would, and reads calls. */
export async function historyFigures(
  db: Database,
  { times, onFigure }: HistoryFiguresOptions,
): Promise<Figure[]> {
  const processorMs = await backendProcessor(db);
  const draws = await manyDraws(db, times);
  const figures: Figure[] = [];
  const take = async <About>(
    kind: string,
    about: readonly About[],
    run: (about: About) => Promise<number>,
  ) => {
    const figure = await figureOf(kind, about, run, processorMs);
    figures.push(figure);
    onFigure(figureLine(figure));
  };
  for (const [kind, queryOf] of queryKinds) {
    await take(kind, draws, (draw) => ask(db, queryOf(draw)));
  }
  await take('200 pages on', await deepPlaces(db, times), (cursor) => ask(db, { cursor }));
  const calls = await someCalls(db, times);
  await take('one call', calls, async (callId) => ((await readSession(db, callId)) ? 1 : 0));
  await take('one log', calls, (callId) => wholeLog(db, callId));
  const longest = await longestCall(db);
  const again = Array.from({ length: times }, () => longest);
  await take('the longest log', again, (callId) => wholeLog(db, callId));
  return figures;
}

/** Asks as the route does; a search that is given up counts as found by nobody. */
export async function ask(db: Database, query: SessionQuery): Promise<number> {
  const answer = await findSessions(db, query, { of: null, language: 'english' });
  return answer.outcome === 'found' ? answer.page.count.value : -1;
}

/** What questions are about; the same for the same calls. */
export async function manyDraws(db: Database, count: number): Promise<Draw[]> {
  const agents = await someAgents(db);
  const orders = await someOrders(db, count);
  const random = seededRandom(29);
  const within = (from: number, to: number) => from + Math.floor(random() * (to - from));
  const one = <T>(list: readonly T[]): T => {
    const found = list[within(0, list.length)];
    if (found === undefined) throw new Error('There is nothing to ask about.');
    return found;
  };
  return Array.from({ length: count }, () => {
    const fromMs = Date.now() - within(30, 700) * 86_400_000;
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const month = { from: day(fromMs), to: day(fromMs + 30 * 86_400_000) };
    return { within, month, agent: one(agents), order: one(orders) };
  });
}

/** Reads a log as its route does, and writes it as JSON. */
async function wholeLog(db: Database, callId: CallId): Promise<number> {
  let [events, afterSeq, isMore] = [0, 0, true];
  while (isMore) {
    const options = { audience: 'staff', afterSeq, limit: 500 } as const;
    const { envelopes, lastSeq } = await readCallEvents(db, callId, options);
    JSON.stringify(envelopes);
    events += envelopes.length;
    afterSeq = envelopes.at(-1)?.event.seq ?? lastSeq;
    isMore = afterSeq < lastSeq;
  }
  return events;
}

/** Those with many calls and with few. */
async function someAgents(db: Database): Promise<UserId[]> {
  const rows = await db<
    { id: UserId }[]
  >`select id from users where role = 'agent' order by username`;
  return rows.map(({ id }) => id);
}

async function someOrders(db: Database, count: number): Promise<string[]> {
  const rows = await db<{ digits: string }[]>`
    select order_keys[2] as digits from call_search where cardinality(order_keys) > 1
    order by hashtext(call_id::text), call_id limit ${count}`;
  return rows.map(({ digits }) => digits);
}

async function someCalls(db: Database, count: number): Promise<CallId[]> {
  const rows = await db`
    select id from calls where agent_id is not null order by hashtext(id::text), id limit ${count}`;
  return z
    .array(z.object({ id: callIdSchema }))
    .parse(rows)
    .map(({ id }) => id);
}

async function longestCall(db: Database): Promise<CallId> {
  const [row] = await db`select id from calls order by last_seq desc limit 1`;
  return z.object({ id: callIdSchema }).parse(row).id;
}

/** Cursors of pages that nobody reads on to. */
async function deepPlaces(db: Database, count: number): Promise<string[]> {
  const rows = await db<{ at: number; id: string }[]>`
    select (extract(epoch from ended_at) * 1000000)::bigint as at, id from calls
    where ended_at is not null order by ended_at desc, id desc offset 5000 limit ${count}`;
  return rows.map(({ at, id }) => Buffer.from(JSON.stringify([at, id])).toString('base64url'));
}
