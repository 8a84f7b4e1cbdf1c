import type { CallId, SessionPage, SessionQuery } from '@agent/protocol';
import { sessionPageSchema } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '../database/connect.ts';
import { appendLine, find, indexAll, newSession } from '../test-support/sessions.ts';
import { newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { findSessions } from './find-sessions.ts';
import { indexSessions } from './index-sessions.ts';
import { writePlace } from './session-place.ts';

const store = useStore();

const idsOf = ({ sessions }: SessionPage) => sessions.map(({ callId }) => callId);

async function found(query: SessionQuery): Promise<CallId[]> {
  return idsOf(await find(store.db, query));
}

/** Lets calls be over so many days ago, each. */
async function endedDaysAgo(days: Record<CallId, number>) {
  for (const [id, ago] of Object.entries(days)) {
    await store.db`
      update calls set ended_at = ended_at - ${ago}::double precision * interval '1 day' where id = ${id}`;
  }
}

describe('the list of calls that are over', () => {
  it('has a call as soon as it has ended, also before it is indexed, and no call that goes on', async () => {
    const { callId } = await newSession(store.db, { said: [['customer', 'Hello']] });
    await newActiveCall(store.db);
    await newCall(store.db);
    const page = await find(store.db, {});
    expect(idsOf(page)).toEqual([callId]);
    expect(page.count).toEqual({ value: 1, isMore: false });
    expect(sessionPageSchema.parse(page)).toEqual(page);
    expect(page.sessions[0]).toMatchObject({ topics: [], orderNumbers: [], sound: 'none' });
  });

  it('goes on behind a place without leaving out or repeating any, of one moment, too', async () => {
    const all: CallId[] = [];
    for (let index = 0; index < 27; index += 1) all.push((await newSession(store.db)).callId);
    await store.db`
      update calls set ended_at = '2026-05-06 07:08:09.123456+00' where id = any (${all.slice(0, 26)}::uuid[])`;
    const first = await find(store.db, {});
    expect(first.sessions).toHaveLength(25);
    const second = await find(store.db, { cursor: first.nextCursor ?? '' });
    expect(second.nextCursor).toBeNull();
    expect(new Set([...idsOf(first), ...idsOf(second)])).toEqual(new Set(all));
    expect(second.sessions).toHaveLength(2);
    expect(first.count).toEqual({ value: 27, isMore: false });
  });

  it('is narrowed by each filter, and by all at once', async () => {
    const db = store.db;
    const angry = await newSession(db, {
      said: [
        ['customer', 'Bad'],
        ['customer', 'Worse'],
      ],
      scores: [0.6, -0.8],
      orders: ['A-1042'],
    });
    const calm = await newSession(db, { said: [['customer', 'Fine']], scores: [0.2] });
    await db`update calls set rating = 1, rated_at = now(), recorded = true where id = ${angry.callId}`;
    await db`
      update calls set disposition = 'escalated' where id = ${angry.callId}`;
    await endedDaysAgo({ [calm.callId]: 40 });
    await indexAll(db);
    const dayAgo = (days: number) =>
      new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const [today, monthAgo] = [dayAgo(0), dayAgo(30)];
    const forAngry: SessionQuery[] = [
      { agent: angry.agentId },
      { from: today },
      { outcome: 'escalated' },
      { rating: 1 },
      { sentiment: 'ends-negative' },
      { recorded: 'yes' },
      ...['A-1042', 'a1042', '1042', '#a 1042'].map((order) => ({ order })),
    ];
    for (const query of forAngry)
      expect(await found(query), JSON.stringify(query)).toEqual([angry.callId]);
    expect(await found(Object.assign({}, ...forAngry))).toEqual([angry.callId]);
    const forCalm: SessionQuery[] = [
      { to: monthAgo, from: '0000-01-01' },
      { outcome: 'resolved' },
      { sentiment: 'ends-neutral' },
      { recorded: 'no' },
    ];
    for (const query of forCalm)
      expect(await found(query), JSON.stringify(query)).toEqual([calm.callId]);
    for (const nobody of [
      { outcome: 'abandoned' },
      { sentiment: 'ends-positive' },
      { order: '104' },
      { order: '---' },
      { to: '0000-01-01' },
      { from: '9999-12-31' },
    ] as SessionQuery[]) {
      expect(await found(nobody), JSON.stringify(nobody)).toEqual([]);
    }
    const [session] = (await find(db, { order: '1042' })).sessions;
    expect(session).toMatchObject({
      orderNumbers: ['A-1042'],
      sentiment: { start: 0.6, end: -0.8, trend: [0.6, -0.8] },
      disposition: 'escalated',
    });
  });

  it('takes days of UTC, and moments for the days of any other place', async () => {
    const { callId } = await newSession(store.db);
    await store.db`update calls set ended_at = '2026-05-06 22:30:00+00' where id = ${callId}`;
    const isFound = async (query: SessionQuery) => (await found(query)).length === 1;
    expect(await isFound({ from: '2026-05-06', to: '2026-05-06' })).toBe(true);
    expect(await isFound({ from: '2026-05-07' })).toBe(false);
    expect(await isFound({ from: '2026-05-07T00:00:00+02:00' })).toBe(true);
    expect(await isFound({ to: '2026-05-07T00:00:00+02:00' })).toBe(false);
    expect(await isFound({ from: '2026-05-06T22:30:00Z', to: '2026-05-06T22:30:00.001Z' })).toBe(
      true,
    );
    expect(await isFound({ from: '0000-01-01T00:00:00Z', to: '9999-12-31T23:59:59-14:00' })).toBe(
      true,
    );
  });

  it('has for an agent its own alone, whichever agent is asked for and wherever a place was made', async () => {
    const mine = await newSession(store.db, { said: [['customer', 'The lamp']] });
    const other = await newSession(store.db, { said: [['customer', 'The lamp']] });
    await indexAll(store.db);
    const asMe = async (query: SessionQuery) => idsOf(await find(store.db, query, mine.agentId));
    expect(await asMe({})).toEqual([mine.callId]);
    expect(await asMe({ query: 'lamp' })).toEqual([mine.callId]);
    expect(await asMe({ agent: other.agentId })).toEqual([]);
    const place = writePlace({ endedAtUs: Date.now() * 1_000 + 9e12, callId: other.callId });
    expect(await asMe({ cursor: place })).toEqual([mine.callId]);
  });

  it('does not know a place that was tampered with', async () => {
    const valid = writePlace({ endedAtUs: 1, callId: (await newSession(store.db)).callId });
    const wrong = [
      '',
      'x',
      '\0',
      valid.slice(3),
      'W10',
      Buffer.from('[-1,"x"]').toString('base64url'),
    ];
    const huge = Buffer.from('[1e300,"5c7e2b1e-3f43-4c6f-8a55-0f5d3f1f0c11"]').toString(
      'base64url',
    );
    for (const cursor of [...wrong, huge]) {
      const answer = await findSessions(store.db, { cursor }, { of: null, language: 'english' });
      expect(answer, cursor).toEqual({ outcome: 'no-place' });
    }
    const farthest = writePlace({ endedAtUs: Number.MAX_SAFE_INTEGER, callId: aCall });
    await find(store.db, { cursor: farthest });
  });
});

const aCall = '5c7e2b1e-3f43-4c6f-8a55-0f5d3f1f0c11' as CallId;

describe('words that are looked for', () => {
  async function talk() {
    const { callId } = await newSession(store.db, {
      call: { customerName: 'Zoë Müller-Lüdenscheidt' },
      said: [
        ['customer', 'My order A-1042 never came. I want my money back'],
        ['agent', 'Refunds take three days'],
        ['chat', 'The café’s lamp—“Luna”😡is broken'],
        ['customer', 'A refund would be fine'],
      ],
      notes: 'Promised a voucher of 20 euros.',
    });
    await newSession(store.db, { said: [['customer', 'Something else: order A-2042']] });
    await indexAll(store.db);
    return callId;
  }

  it.each([
    ['refund', 'in another form'],
    ['REFUNDING money', 'in two lines'],
    ['"money back"', 'one after another'],
    ['A-1042', 'a number with a hyphen'],
    ['a 1042', 'a number without it'],
    ['1042', 'its digits'],
    ['cafe', 'without the accent'],
    ['luna', 'between typographic signs'],
    ['broken', 'next to an emoji'],
    ['voucher', 'in the notes'],
    ['zoe muller', 'in the name of the customer'],
    ['Müller-Lüdenscheidt', 'in a name with a hyphen'],
    ['refund -parcel', 'without a word that is not there'],
    ['parcel or refund', 'one of two'],
    ["refund & | ! ( ) : * <-> \\ ' %", 'among signs of the language of Postgres'],
    ["refund'; drop table calls; --", 'among what is no part of a statement', false],
    ['"refund', 'in a phrase that does not end'],
  ])('%s is found %s', async (query, _how, isThere = true) => {
    const callId = await talk();
    expect(await found({ query })).toEqual(isThere ? [callId] : []);
  });

  it.each(['-refund', '-"money back" order'])('%s leaves that call out', async (query) => {
    const callId = await talk();
    const others = await found({ query });
    expect(others).toHaveLength(1);
    expect(others).not.toContain(callId);
  });

  it.each(['refundx', '"back money"', 'drop table'])('%s finds nothing', async (query) => {
    await talk();
    expect(await found({ query })).toEqual([]);
  });

  it('stand in the lines that are shown, marked, as they were said, with their moment', async () => {
    await talk();
    const hits = async (query: string) => (await find(store.db, { query })).sessions[0]?.hits;
    expect(await hits('refund')).toEqual([
      {
        where: 'agent',
        atMs: 2_000,
        pieces: [
          { text: 'Refunds', isHit: true },
          { text: ' take three days', isHit: false },
        ],
      },
      {
        where: 'customer',
        atMs: 6_000,
        pieces: [
          { text: 'A ', isHit: false },
          { text: 'refund', isHit: true },
          { text: ' would be fine', isHit: false },
        ],
      },
    ]);
    expect(await hits('luna')).toMatchObject([
      {
        where: 'chat',
        pieces: [
          { text: 'The café’s lamp—“', isHit: false },
          { text: 'Luna', isHit: true },
          { text: '”😡is broken', isHit: false },
        ],
      },
    ]);
    expect(await hits('voucher')).toMatchObject([{ where: 'notes', atMs: null }]);
    await newSession(store.db, { said: [['supervisor', 'I add a hamper for the wait']] });
    await indexAll(store.db);
    expect(await hits('hamper')).toMatchObject([{ where: 'supervisor', atMs: 0 }]);
    expect(await hits('müller')).toEqual([]);
    expect(await hits('-parcel')).toEqual([]);
  });

  it('are three at most, those that have all of it before the others', async () => {
    const said = ['lamp', 'lamp', 'lamp', 'broken', 'the lamp is broken'];
    await newSession(store.db, { said: said.map((text) => ['customer', text] as const) });
    await indexAll(store.db);
    const [session] = (await find(store.db, { query: 'broken lamp' })).sessions;
    expect(session?.hits.map(({ atMs }) => atMs)).toEqual([0, 2_000, 8_000]);
  });

  it('that stand everywhere are refused, and so is nothing but signs', async () => {
    await talk();
    for (const query of ['the and a', '...', '!!!', '-', '""', '😡']) {
      const answer = await findSessions(store.db, { query }, { of: null, language: 'english' });
      expect(answer, query).toEqual({ outcome: 'too-common' });
    }
  });

  it('may be as many as fit, in any script', async () => {
    await talk();
    const many = [
      Array.from({ length: 100 }, (_, index) => String.fromCharCode(97 + (index % 26))).join(' '),
      'word '.repeat(40),
      '"'.repeat(200),
      '-'.repeat(200),
      'ſ'.repeat(200),
      '文字化け 🏳️‍🌈 ‮אבג \u0000 \ud800',
    ];
    for (const query of many) {
      const answer = await findSessions(store.db, { query }, { of: null, language: 'english' });
      expect(['found', 'too-common']).toContain(answer.outcome);
    }
  });
});

it('a search that Postgres is kept busy with is given up', async () => {
  await newSession(store.db);
  const release = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = store.db.begin(async (tx) => {
    await tx`lock table call_search`;
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const answer = await findSessions(store.db, {}, { of: null, language: 'english' });
  expect(answer).toEqual({ outcome: 'too-slow' });
  release.resolve();
  await holding;
});

describe('the index', () => {
  const asked = { language: 'english', among: 'recent', limit: 50 } as const;
  const onUnsearchable = () => undefined;

  it('comes up to a log that has grown, and leaves alone what is up to it', async () => {
    const { callId } = await newSession(store.db);
    expect(await indexAll(store.db)).toBe(1);
    expect(await indexAll(store.db)).toBe(0);
    await appendLine(store.db, callId, { from: 'customer', text: 'Late words', atMs: 0 });
    expect(await found({ query: 'late' })).toEqual([]);
    expect(await indexAll(store.db)).toBe(1);
    expect(await found({ query: 'late' })).toEqual([callId]);
  });

  it('has old calls when all are looked at, a batch at a time', async () => {
    const { db } = store;
    const [one, two] = [await newSession(db), await newSession(db)];
    await endedDaysAgo({ [one.callId]: 3, [two.callId]: 2 });
    expect(await indexSessions(db, { ...asked, onUnsearchable })).toMatchObject({ indexed: 0 });
    const all = { ...asked, among: 'all', limit: 1, onUnsearchable } as const;
    const first = await indexSessions(db, all);
    expect(first).toMatchObject({ indexed: 1, goOnBehind: { callId: two.callId } });
    const behind = first.outcome === 'indexed' ? first.goOnBehind : undefined;
    const second = await indexSessions(db, { ...all, behind });
    expect(second).toMatchObject({ indexed: 1, goOnBehind: { callId: one.callId } });
  });

  it('is made anew in another language', async () => {
    const { callId } = await newSession(store.db, { said: [['customer', 'Die Bücher']] });
    await indexAll(store.db);
    const german = { ...asked, language: 'german', onUnsearchable } as const;
    expect(await indexSessions(store.db, german)).toMatchObject({ indexed: 1 });
    const answer = await findSessions(
      store.db,
      { query: 'buch' },
      { of: null, language: 'german' },
    );
    expect(answer).toMatchObject({ page: { sessions: [{ callId }] } });
  });

  it('is made once, however many processes make it, each with one connection', async () => {
    for (let index = 0; index < 4; index += 1) await newSession(store.db);
    const others = [1, 2, 3].map(() => openDatabase(store.url, { max: 1 }));
    const done = await Promise.all(
      others.map((db) => indexSessions(db, { ...asked, onUnsearchable })),
    );
    const outcomes = done.map((one) => (one.outcome === 'indexed' ? one.indexed : 0));
    expect(outcomes.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(4);
    await indexAll(store.db);
    expect((await store.db`select 1 from call_search`).length).toBe(4);
    await Promise.all(others.map(closeDatabase));
  });

  it('has no row of a call that goes on', async () => {
    await newActiveCall(store.db);
    expect(await indexAll(store.db)).toBe(0);
  });

  it('takes a call in which somebody has typed as much as can be, and the others after it', async () => {
    const { callId } = await newSession(store.db, { said: [['customer', 'Normal words']] });
    await store.db`
      insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
      select ${callId}, seq, gen_random_uuid(), now(), 'customer', 'chat.message', 'public', seq,
        jsonb_build_object('messageId', gen_random_uuid(), 'from', 'customer', 'text',
          (select string_agg(substr(md5(seq || '-' || n), 1, 6) || chr(19968 + n), ' ') from generate_series(1, 220) n))
      from generate_series(101, 1100) seq`;
    const unsearchable: CallId[] = [];
    const note = (id: CallId) => void unsearchable.push(id);
    const done = await indexSessions(store.db, { ...asked, onUnsearchable: note });
    expect(done).toMatchObject({ indexed: 1 });
    expect(unsearchable).toEqual([]);
    expect(await found({ query: 'normal' })).toEqual([callId]);
  });
});
