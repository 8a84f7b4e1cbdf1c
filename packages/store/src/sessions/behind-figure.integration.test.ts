import { evaluate, type FollowedFacts, metrics } from '@agent/calls';
import { anyFacts } from '@agent/calls/test-support/any-facts';
import type { SessionQuery } from '@agent/protocol';
import { aQueueId, aUserId } from '@agent/testing/ids';
import * as fc from 'fast-check';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { readTopics } from '../analytics/read-topics.ts';
import { readCallStretches } from '../anomalies/read-call-stretches.ts';
import { readFigures } from '../figures/read-figures.ts';
import { insertCards, withCards } from '../test-support/drawn-cards.ts';
import { insertFacts, sumUpDays } from '../test-support/drawn-facts.ts';
import { find } from '../test-support/sessions.ts';
import { newCall, newQueue, useStore } from '../test-support/store.ts';
import { findSessions } from './find-sessions.ts';

const store = useStore();
const zone = 'Asia/Kathmandu';
const now = new Date('2026-11-30T14:20:00Z');
const agents = [aUserId(), aUserId()];
const queues = [aQueueId('main'), aQueueId('orders')];
const range = { from: '2026-11-10', to: '2026-11-30' };
const days = { queuedFrom: range.from, queuedTo: range.to };

beforeAll(async () => {
  // Facts are drawn, and calls have only what lists need: no rule of the table fits them.
  const rules = await store.db<{ name: string }[]>`
    select conname as name from pg_constraint where conrelid = 'calls'::regclass and contype = 'c'`;
  await store.db`drop index calls_open_of_agent`;
  for (const { name } of rules) {
    await store.db`alter table calls drop constraint ${store.db.raw(`"${name}"`)}`;
  }
});
beforeEach(async () => {
  await store.db`truncate call_facts, call_card_facts, metric_days, metric_hours, dirty_days cascade`;
  await store.db`update figure_zone set zone = ${zone}, settled = true`;
  await newQueue(store.db, 'orders');
});

/** Calls with these facts, some of which go on and some of which were erased. */
async function callsWithFacts(count: number): Promise<FollowedFacts[]> {
  const span = { from: new Date('2026-11-01T00:00:00Z'), to: now };
  const facts = fc.sample(anyFacts({ agents, queues, ...span }), { numRuns: count, seed: 5 });
  const { id } = await newCall(store.db);
  await store.db`delete from call_facts`;
  await store.db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const [index, { callId, endedAt, queuedAt, agentId, answeredAt }] of facts.entries()) {
      await tx`
        insert into calls select (jsonb_populate_record(c, jsonb_build_object(
          'id', ${callId}::text, 'queued_at', ${queuedAt.toISOString()}::text,
          'agent_id', ${agentId}::text, 'agent_name', ${agentId && 'Alex'}::text,
          'answered_at', ${answeredAt?.toISOString() ?? null}::text,
          'ended_at', ${endedAt?.toISOString() ?? null}::text,
          'erased_at', ${endedAt && index % 9 === 0 ? now.toISOString() : null}::text,
          'status', ${statusOf(facts[index])}::text, 'customer_identity', ${callId}::text))).*
        from calls c where c.id = ${id}`;
    }
    await tx`delete from calls where id = ${id}`;
  });
  await insertFacts(store.db, facts);
  await store.db`
    update call_facts f set is_erased = true from calls c where c.id = f.call_id and c.erased_at is not null`;
  await sumUpDays(store.db);
  return facts;
}

function statusOf(facts: FollowedFacts | undefined): string {
  if (!facts?.answeredAt) return facts?.endedAt ? 'abandoned' : 'queued';
  return facts.endedAt ? 'closed' : 'active';
}

/** On a busy machine there is no time to count: then it is asked again. */
async function count(query: SessionQuery): Promise<number> {
  let counted = (await find(store.db, query)).count;
  for (let times = 0; counted.isMore && times < 20; times += 1) {
    counted = (await find(store.db, query)).count;
  }
  expect(counted.isMore).toBe(false);
  return counted.value;
}

test('a list has as many calls as its figure says it has, whatever the filter', async () => {
  await callsWithFacts(300);
  const [agent] = agents;
  const [, orders] = queues;
  const filters = [
    {},
    { agent },
    { queue: orders },
    { outcome: 'resolved' },
    { outcome: 'abandoned' },
  ];
  for (const filter of filters as SessionQuery[]) {
    const { sums, unlisted } = await readFigures(store.db, { range, filter, queues: [], now });
    const all = { ...sums.calls, ...sums.repeats } as Record<string, number>;
    for (const metric of metrics) {
      if (!metric.calls || evaluate(metric, sums, filter).why === 'not-by-agent') continue;
      const told = (all[metric.calls.count] ?? -1) - unlisted[metric.calls.count];
      const listed = await count({ metric: metric.id, ...days, ...filter });
      expect(listed, `${metric.id} of ${JSON.stringify(filter)}`).toBe(told);
    }
  }
});

test('parts of a figure have their calls: an hour of a weekday, a day, queues of the reader', async () => {
  await callsWithFacts(200);
  const asked = { range, filter: {}, queues: [], now } as const;
  const all = await count({ metric: 'offered', ...days });
  let together = 0;
  for (const { key } of (await readFigures(store.db, { ...asked, by: 'weekday-hour' })).groups) {
    const [weekday, hour] = key.split('-').map(Number);
    together += await count({ metric: 'offered', ...days, weekday, hour });
  }
  expect(together).toBe(all);
  const [, orders] = queues;
  if (!orders) throw new Error('There is one.');
  const options = { of: null, language: 'english', queues: [orders] } as const;
  const found = await findSessions(store.db, { metric: 'offered', ...days }, options);
  if (found.outcome !== 'found') throw new Error(found.outcome);
  const ofOrders = await find(store.db, { metric: 'offered', ...days, queue: orders });
  const ids = ({ sessions }: typeof ofOrders) => sessions.map(({ callId }) => callId);
  expect(ids(found.page)).toEqual(ids(ofOrders));
  expect(ids(ofOrders)).not.toEqual([]);
});

test('an alert leads to as many calls as it has counted, though some came about later', async () => {
  await callsWithFacts(300);
  await store.db`
    delete from call_facts where call_id in (
      select id from calls where erased_at is not null or ended_at is null)`;
  const at = new Date('2026-11-20T09:05:00Z');
  const { windows } = (await readCallStretches(store.db, at, zone)).ofAll;
  let listed = 0;
  for (const { latest, weeks } of windows) {
    for (const { startsAtMs, endsAtMs, sums } of [latest, ...weeks]) {
      const between = {
        queuedFrom: new Date(startsAtMs).toISOString(),
        queuedTo: new Date(endsAtMs).toISOString(),
      };
      const of = (metric: SessionQuery['metric']) => count({ metric, ...between });
      expect(await of('handle-time')).toBe(sums.closed);
      expect(await of('abandon-rate')).toBe(sums.settled);
      expect(await of('csat')).toBe(sums.rated);
      expect(await of('sentiment')).toBe(sums.scored);
      listed += await of('offered');
    }
  }
  expect(listed).toBeGreaterThan(20);
}, 60_000);

test('calls are found by a card that was shown in them', async () => {
  const facts = await callsWithFacts(40);
  const over = facts.filter(({ endedAt }, index) => endedAt && index % 9 !== 0).slice(0, 2);
  const [shown, unseen] = over;
  if (!shown || !unseen) throw new Error('Some are over.');
  await store.db`
    insert into call_card_facts values
      (${shown.callId}, 'late-delivery', 2, 1, 0, 0, 0, 0, 1), (${unseen.callId}, 'late-delivery', 1, 0, 0, 0, 0, 0, 1)`;
  const { sessions } = await find(store.db, { card: 'late-delivery' as never });
  expect(sessions.map(({ callId }) => callId)).toEqual([shown.callId]);
  expect(await count({ card: 'refunds' as never })).toBe(0);
});

test('calls are found by whether an order was named, and by card, as topics count them', async () => {
  const facts = withCards(await callsWithFacts(200), ['late-delivery', 'refund']);
  await insertCards(store.db, facts);
  await store.db`insert into dirty_days select distinct local_day from call_facts`;
  const filters = [{}, { queue: queues[1] }, { agent: agents[0] }];
  for (const filter of filters as SessionQuery[]) {
    const { cards, outcomes, unlisted } = await readTopics(store.db, {
      ...{ range, filter, queues: [], now },
    });
    for (const { key, now: sums } of cards) {
      const told = sums.calls - (unlisted.cards.get(key)?.calls ?? 0);
      expect(await count({ card: key as never, ...days, ...filter })).toBe(told);
    }
    for (const { key, now: sums } of outcomes.filter(({ key }) => key !== '')) {
      const told = sums.calls - (unlisted.outcomes.get(key)?.calls ?? 0);
      expect(await count({ outcome: key as never, ...days, ...filter }), key).toBe(told);
    }
    const told = outcomes.reduce(
      (all, { key, now: sums }) =>
        all + sums.withOrders - (unlisted.outcomes.get(key)?.withOrders ?? 0),
      0,
    );
    expect(await count({ orderNamed: 'yes', ...days, ...filter })).toBe(told);
    const without = await count({ orderNamed: 'no', ...days, ...filter });
    expect(without + told).toBe(await count({ ...days, ...filter }));
  }
});

test('behind figures of agents’ time there are no calls', async () => {
  await callsWithFacts(20);
  expect(await count({ metric: 'occupancy' })).toBe(0);
});
