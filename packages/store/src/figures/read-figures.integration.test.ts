import {
  type CallSumId,
  evaluate,
  type FigureSums,
  type FollowedFacts,
  metrics,
  sumFacts,
} from '@agent/calls';
import { dayOfZone, daysFrom, inZone } from '@agent/calls/period';
import { anyFacts } from '@agent/calls/test-support/any-facts';
import type { FigureSplit } from '@agent/protocol';
import { aQueueId, aUserId } from '@agent/testing/ids';
import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { insertFacts, sumUpDays } from '../test-support/drawn-facts.ts';
import { newCall, newQueue, useStore } from '../test-support/store.ts';
import { type FiguresAsked, type ReadFigures, readFigures } from './read-figures.ts';

const store = useStore();
const zone = 'Europe/Berlin';
const now = new Date('2026-11-30T14:20:00Z');
const agents = [aUserId(), aUserId(), aUserId()];
const queues = [aQueueId('main'), aQueueId('orders')];

beforeEach(async () => {
  await store.db`truncate call_facts, metric_days, metric_hours, agent_days, dirty_days, agent_intervals cascade`;
  await store.db`update figure_zone set zone = ${zone}, settled = true`;
});

function someFacts(count: number, seed = 7): FollowedFacts[] {
  const span = { from: new Date('2026-10-10T00:00:00Z'), to: now };
  return fc.sample(anyFacts({ agents, queues, ...span }), { numRuns: count, seed });
}

function read(asked: Partial<FiguresAsked> = {}) {
  const range = { period: '28-days' } as const;
  return readFigures(store.db, { range, filter: {}, queues: [], now, ...asked });
}

const dayOf = ({ queuedAt }: FollowedFacts) => dayOfZone({ zone, now: queuedAt });
const inPeriod = (from: string, to: string) => (facts: FollowedFacts) =>
  dayOf(facts) >= from && dayOf(facts) <= to;

/** Halves of seconds add up differently in another order, by some 10⁻¹³. */
function expectSums(sums: ReturnType<typeof sumFacts>, facts: readonly FollowedFacts[]) {
  const { calls, repeats } = sumFacts(facts);
  expect(sums.calls).toEqual(
    Object.fromEntries(
      Object.entries(calls ?? {}).map(([id, sum]) => [
        id,
        id === 'sentiment' ? expect.closeTo(sum, 6) : sum,
      ]),
    ),
  );
  expect(sums.repeats).toEqual(repeats);
}

test('what SQL adds up is what the program adds up, of facts and of days summed up before', async () => {
  const facts = someFacts(800);
  await insertFacts(store.db, facts);
  await store.db`update figure_zone set settled = false`;
  const ofFacts = await read();
  expectSums(ofFacts.sums, facts.filter(inPeriod('2026-11-03', '2026-11-30')));
  const early = await read({ range: { period: '7-days' } });
  const before = facts.filter(inPeriod('2026-11-17', '2026-11-23'));
  expectSums(
    early.sumsBefore,
    before.filter(({ queuedAt }) => queuedAt < new Date('2026-11-23T14:20:00Z')),
  );
  await sumUpDays(store.db);
  await store.db`update figure_zone set settled = true`;
  const ofDays = await read();
  expectSums(ofDays.sums, facts.filter(inPeriod('2026-11-03', '2026-11-30')));
});

test('sums of the parts add up to the sums of all, whatever they are split by', async () => {
  const facts = someFacts(500);
  await insertFacts(store.db, facts);
  await sumUpDays(store.db);
  await store.db`insert into dirty_days values ('2026-11-20'), ('2026-11-20')`;
  const splits: FigureSplit[] = ['hour', 'day', 'week', 'queue', 'weekday-hour', 'agent'];
  for (const by of splits) {
    const { sums, groups } = await read({ by });
    const ids = Object.keys(sums.calls ?? {}) as CallSumId[];
    for (const id of ids) {
      const total = groups.reduce((sum, group) => sum + (group.sums.calls?.[id] ?? 0), 0);
      const nobodys = by === 'agent' ? await callsOfNobody(id) : 0;
      expect(total + nobodys, `${id} by ${by}`).toBeCloseTo(sums.calls?.[id] ?? -1, 6);
    }
  }

  async function callsOfNobody(id: CallSumId) {
    const nobodys = facts.filter(inPeriod('2026-11-03', '2026-11-30'));
    return sumFacts(nobodys.filter(({ agentId }) => agentId === null)).calls?.[id] ?? 0;
  }
});

test('a week by its hours is the same from sums of hours and from calls, with a day of 25 hours', async () => {
  await insertFacts(store.db, someFacts(600));
  await sumUpDays(store.db);
  const asked = { by: 'weekday-hour', range: { from: '2026-10-19', to: '2026-11-22' } } as const;
  const ofHours = await read(asked);
  await store.db`update figure_zone set settled = false`;
  const ofCalls = await read(asked);
  const near = ({ calls, ...rest }: FigureSums) => ({
    ...rest,
    calls: calls && { ...calls, sentiment: Math.round(calls.sentiment * 1_000 + 0.25) },
  });
  const shown = ({ groups, sums, sumsBefore }: ReadFigures) => ({
    groups: groups.map(({ key, sums: of }) => ({ key, sums: near(of) })),
    ...{ sums: near(sums), sumsBefore: near(sumsBefore) },
  });
  expect(shown(ofHours)).toEqual(shown(ofCalls));
  expect(ofHours.groups.length).toBeGreaterThan(100);
});

test('parts have keys that say what they are of, and time has no gaps', async () => {
  await insertFacts(store.db, someFacts(300));
  await sumUpDays(store.db);
  const keys = async (by: FigureSplit, range: FiguresAsked['range'] = { period: '28-days' }) =>
    (await read({ by, range })).groups.map(({ key }) => key);
  expect(await keys('day')).toEqual(daysFrom('2026-11-03', '2026-11-30'));
  expect(await keys('week')).toEqual([
    ...['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
  ]);
  const hours = await keys('hour', { period: 'today' });
  expect(hours).toHaveLength(16);
  expect(hours.at(-1)).toBe(inZone(new Date('2026-11-30T14:00:00Z'), zone));
  expect(await keys('queue')).toEqual(['main', 'orders']);
  expect((await keys('agent')).sort()).toEqual([...agents].sort());
  for (const key of await keys('weekday-hour')) expect(key).toMatch(/^[1-7]-(\d|1\d|2[0-3])$/);
});

test('filters and queues of the reader narrow figures to the same calls as the program would', async () => {
  const facts = someFacts(500);
  await insertFacts(store.db, facts);
  await sumUpDays(store.db);
  const [agent] = agents;
  const [, orders] = queues;
  if (!agent || !orders) throw new Error('There are some.');
  const ofPeriod = facts.filter(inPeriod('2026-11-03', '2026-11-30'));
  const sums = async (asked: Partial<FiguresAsked>) => (await read(asked)).sums;
  expectSums(
    await sums({ filter: { agent } }),
    ofPeriod.filter(({ agentId }) => agentId === agent),
  );
  expectSums(
    await sums({ filter: { queue: orders } }),
    ofPeriod.filter(({ queueId }) => queueId === orders),
  );
  expectSums(
    await sums({ queues: [orders] }),
    ofPeriod.filter(({ queueId }) => queueId === orders),
  );
  expectSums(await sums({ filter: { queue: aQueueId('main') }, queues: [orders] }), []);
  expectSums(
    await sums({ filter: { outcome: 'resolved' as never } }),
    ofPeriod.filter(({ disposition }) => disposition === 'resolved'),
  );
  expectSums(
    await sums({ filter: { outcome: 'abandoned' as never } }),
    ofPeriod.filter(({ outcome }) => outcome === 'abandoned' || outcome === 'short-abandoned'),
  );
});

test('before the first call nothing was on record; where none ever was, there are none', async () => {
  const empty = await read();
  expect(empty.since).toBeNull();
  expect(empty.sums.calls?.offered).toBe(0);
  await insertFacts(store.db, someFacts(50));
  const { since } = await read();
  const early = await read({ range: { from: '2025-01-01', to: '2025-01-31' } });
  expect(early.sums).toEqual({ calls: null, repeats: null, time: null });
  expect(since).toBe('2026-10-10');
  expect((await read()).sumsBefore.calls).toBeNull();
});

test('agents’ time is cut at the ends of the period, and told from days that were summed up', async () => {
  const [one, other] = agents;
  const { db } = store;
  await newQueue(db, 'orders');
  await db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into agent_intervals (agent_id, status, started_at, ended_at) values
        (${one}, 'available', '2026-11-01T10:00Z', '2026-11-01T11:00Z'),
        (${one}, 'on-call', '2026-11-29T22:30Z', '2026-11-29T23:30Z'),
        (${one}, 'offline', '2026-11-29T23:30Z', '2026-11-30T13:20Z'),
        (${one}, 'available', '2026-11-30T13:20Z', null),
        (${other}, 'break', '2026-11-30T07:00Z', '2026-11-30T07:30Z'),
        (${other}, 'wrap-up', '2026-11-22T23:30Z', '2026-11-23T15:20Z')`;
    await tx`insert into agent_queues (agent_id, queue_id) values (${one}, 'main'), (${one}, 'orders'), (${other}, 'main')`;
  });
  const today = await read({ range: {}, by: 'hour' });
  const hour = 3_600_000;
  expect(today.sums.time).toEqual({
    ...{ available: hour, offered: 0, 'on-call': hour / 2, 'wrap-up': 0, break: hour / 2 },
  });
  // A week ago until the same time of day.
  expect(today.sumsBefore.time?.['wrap-up']).toBe(14 * hour + 50 * 60_000);
  const spent = today.groups.filter(({ sums }) => sums.time?.available !== 0);
  expect(spent.map(({ key }) => key.slice(11, 13))).toEqual(['14', '15']);
  const time = async (asked: Partial<FiguresAsked>) =>
    (await read({ range: {}, ...asked })).sums.time;
  expect(await time({ filter: { agent: other as never } })).toMatchObject({
    break: hour / 2,
    available: 0,
  });
  expect(await time({ filter: { queue: aQueueId('orders') } })).toMatchObject({
    break: 0,
    available: hour,
  });
  expect(await time({ filter: { outcome: 'resolved' as never } })).toBeNull();
  const byQueue = await read({ range: {}, by: 'queue' });
  expect(byQueue.groups.map(({ key, sums }) => [key, sums.time?.available])).toEqual([
    ...[
      ['main', hour],
      ['orders', hour],
    ],
  ]);
  await db`insert into agent_days values ('2026-11-29', ${one}, 'on-call', 1800000)`;
  const days = await read({ range: { period: '7-days' }, by: 'day' });
  expect(days.sums.time?.['on-call']).toBe(hour);
  await db`update agent_days set ms = 1`;
  await db`insert into dirty_days values ('2026-11-29')`;
  expect((await read({ range: { period: '7-days' } })).sums.time?.['on-call']).toBe(hour);
});

test('calls that go on are told apart, as no list has them', async () => {
  const waiting = await newCall(store.db);
  const [facts] = fc.sample(anyFacts({ queues }), { numRuns: 1, seed: 3 });
  if (!facts) throw new Error('One was drawn.');
  await store.db`delete from call_facts`;
  const open = { ...facts, callId: waiting.id, queuedAt: now, outcome: 'open' as const };
  await insertFacts(store.db, [{ ...open, answeredAt: null, endedAt: null }]);
  const { sums, unlisted } = await read({ range: {} });
  expect(sums.calls?.offered).toBe(1);
  expect(unlisted.offered).toBe(1);
});

test('calls that were erased are told apart, on days summed up as on others', async () => {
  const facts = someFacts(300);
  await insertFacts(store.db, facts);
  await store.db`update call_facts set is_erased = true where local_day between '2026-11-03' and '2026-11-20'`;
  await store.db`update figure_zone set settled = false`;
  const ofPeriod = facts.filter(inPeriod('2026-11-03', '2026-11-30'));
  const gone = ofPeriod.filter((one) => one.endedAt === null || dayOf(one) <= '2026-11-20');
  expect((await read({ by: 'day' })).unlisted.offered).toBe(gone.length);
  await sumUpDays(store.db);
  await store.db`update figure_zone set settled = true`;
  const { sums, unlisted } = await read({ by: 'day' });
  expect(unlisted.offered).toBe(gone.length);
  expect(sums.calls?.offered).toBe(ofPeriod.length);
  const byAgent = await read({ by: 'agent' });
  expect(byAgent.unlisted.offered).toBe(gone.length);
});

test('each figure of a day is the same from facts, from sums, and as an export recomputes it', async () => {
  const facts = someFacts(400, 11);
  await insertFacts(store.db, facts);
  await sumUpDays(store.db);
  const { groups } = await read({ by: 'day' });
  for (const { key, sums } of groups) {
    const ofDay = sumFacts(facts.filter((one) => dayOf(one) === key));
    for (const metric of metrics.filter(({ parts }) => parts.over !== 'time')) {
      const [told, recomputed] = [evaluate(metric, sums, {}), evaluate(metric, ofDay, {})];
      expect({ ...told, value: null, dividend: 0 }).toEqual({
        ...recomputed,
        value: null,
        dividend: 0,
      });
      expect(told.value ?? 0).toBeCloseTo(recomputed.value ?? 0, 6);
    }
  }
});
