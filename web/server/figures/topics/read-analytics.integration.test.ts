import { type Analytics, analyticsSchema, sessionPageSchema } from '@agent/protocol';
import { eraseCall } from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callInState } from '../../test-support/calls-in-state.ts';
import { type Harness, type People, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  await harness.services.db`
    truncate call_facts, metric_days, card_days, outcome_days, dirty_days cascade`;
});
afterAll(() => harness.close());

type Who = keyof People;

async function ask(who: Who, query: Record<string, string> | string = {}, file = 'analytics') {
  const cookie = await sessionHeader(harness, harness.people[who]);
  const text = typeof query === 'string' ? query : `?${new URLSearchParams(query)}`;
  return send({ file: `api/${file}/route.ts`, method: 'GET', cookie, query: text });
}

async function analytics(who: Who, query: Record<string, string> = {}): Promise<Analytics> {
  const answer = await ask(who, query);
  expect(answer.status).toBe(200);
  return analyticsSchema.parse(await answer.json());
}

async function listed(who: Who, href: string) {
  const address = new URL(href, 'http://localhost');
  expect(address.pathname).toBe('/calls/history');
  return sessionPageSchema.parse(await (await ask(who, address.search, 'sessions')).json());
}

/** A call that is closed, with two cards, an order and a mood, as its facts would have them. */
async function closedCall() {
  const call = await callInState(harness, 'closed');
  const { db } = harness.services;
  await db`
    update call_facts set orders_named = 2, sentiment_lines = 6, sentiment_start = -0.5,
      sentiment_end = 0.4, disposition = 'resolved' where call_id = ${call.id}`;
  await db`
    insert into call_card_facts (call_id, card_id, offered, accepted, edited, dismissed, marked_wrong, expired, unseen)
    values (${call.id}, 'late-delivery', 3, 1, 0, 1, 0, 0, 1), (${call.id}, 'gone-at-once', 1, 0, 0, 0, 0, 0, 1)`;
  return call;
}

it('tells what calls are about, with a way to exactly the calls behind each number', async () => {
  const { id } = await closedCall();
  const found = await analytics('supervisor', { period: '7-days' });
  expect(found).toMatchObject({ offered: 1, answered: 1, step: 'day' });
  expect(found.cards).toMatchObject([
    {
      ...{ id: 'late-delivery', calls: { n: 1, of: 1, share: 1, previous: null } },
      suggestions: { offered: 3, unseen: 1, seen: 2, accepted: 1, dismissed: 1, why: 'too-few' },
      mood: { n: 1, start: null, why: 'too-few' },
    },
    { id: 'gone-at-once', calls: { n: 0 }, suggestions: { seen: 0, why: 'nothing' } },
  ]);
  expect(found.orders).toMatchObject({ n: 1, named: 2 });
  expect(found.changed).toMatchObject([
    { callId: id, start: -0.5, end: 0.4, href: `/calls/${id}` },
  ]);
  const counted = [
    ...found.cards.map(({ calls }) => calls),
    ...found.outcomes.map(({ calls }) => calls),
    found.orders,
  ];
  expect(counted.length).toBeGreaterThanOrEqual(4);
  for (const { calls } of counted) {
    if (!calls) continue;
    expect((await listed('supervisor', calls.href)).count.value, calls.href).toBe(calls.count);
  }
});

it('leaves calls that go on or were erased out of the count of the list, not out of the number', async () => {
  const { id } = await closedCall();
  const { id: userId } = harness.people.admin;
  const by = { userId, displayName: 'Ada' };
  await eraseCall(harness.services.db, id, { reason: 'asked for', by });
  const { cards, changed } = await analytics('admin');
  expect(cards[0]?.calls).toMatchObject({ n: 1, calls: { count: 0 } });
  expect(changed).toEqual([]);
});

it('shows agents their own calls and nobody else’s', async () => {
  await closedCall();
  const { id: agent } = harness.people.owner;
  const own = await analytics('owner');
  expect(own.cards[0]?.calls.n).toBe(1);
  expect((await listed('owner', own.cards[0]?.calls.calls?.href ?? '')).count.value).toBe(1);
  const others = await analytics('otherAgent');
  expect([others.offered, others.cards, others.changed]).toEqual([0, [], []]);
  const spying = await ask('otherAgent', { agent });
  expect([spying.status, (await errorOf(spying)).code]).toEqual([403, 'forbidden']);
});

it('is limited to the queues that a supervisor looks after', async () => {
  await closedCall();
  const { db } = harness.services;
  await db`insert into queues (id, name) values ('orders', 'Orders') on conflict do nothing`;
  await db`insert into queue_supervisors (queue_id, user_id) values ('orders', ${harness.people.supervisor.id})`;
  const limited = await analytics('supervisor');
  expect([limited.offered, limited.cards, limited.changed]).toEqual([0, [], []]);
  expect((await analytics('admin')).offered).toBe(1);
});

it('of an unknown queue, agent or card there is no call', async () => {
  await closedCall();
  expect((await analytics('admin', { queue: 'nowhere' })).cards).toEqual([]);
  expect((await analytics('admin', { agent: crypto.randomUUID() })).cards).toEqual([]);
  const none = await ask('admin', { card: 'no-such-card' }, 'sessions');
  expect(sessionPageSchema.parse(await none.json()).count.value).toBe(0);
});

it.each([
  [{ from: '2026-11-30', to: '2026-11-01' }, 'to'],
  [{ from: '2016-11-30', to: '2026-11-30' }, 'to'],
  [{ from: '2026-11-30' }, 'to'],
  [{ period: 'forever' }, 'period'],
  [{ queue: 'a queue; drop table' }, 'queue'],
  [{ agent: 'me' }, 'agent'],
])('%j is refused, by name', async (query, field) => {
  const answer = await ask('supervisor', query as Record<string, string>);
  expect(answer.status).toBe(400);
  expect(Object.keys((await errorOf(answer)).fields ?? {})).toContain(field);
});

it.each([
  [{ card: 'No such card!' }, 'card'],
  [{ orderNamed: 'perhaps' }, 'orderNamed'],
])('the list refuses %j', async (query, field) => {
  const answer = await ask('supervisor', query as Record<string, string>, 'sessions');
  expect([answer.status, Object.keys((await errorOf(answer)).fields ?? {})]).toEqual([
    400,
    [field],
  ]);
});
