import {
  type CallFacts,
  cardSumIds,
  cardSums,
  type FollowedFacts,
  outcomeSumIds,
  outcomeSums,
} from '@agent/calls';
import { dayOfZone, daysFrom } from '@agent/calls/period';
import { anyFacts } from '@agent/calls/test-support/any-facts';
import { aQueueId, aUserId } from '@agent/testing/ids';
import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { checkDays } from '../facts/check-days.ts';
import { rebuildDay, rebuildDirtyDays } from '../facts/rebuild-day.ts';
import { insertCards, withCards } from '../test-support/drawn-cards.ts';
import { insertFacts } from '../test-support/drawn-facts.ts';
import { newQueue, useStore } from '../test-support/store.ts';
import { readTopics, type TopicsWanted } from './read-topics.ts';

const store = useStore();
const zone = 'Europe/Berlin';
const now = new Date('2026-11-30T14:20:00Z');
const agents = [aUserId(), aUserId()];
const queues = [aQueueId('main'), aQueueId('orders')];
const cardIds = ['late-delivery', 'refund', 'charged-twice'];

beforeEach(async () => {
  await store.db`truncate call_facts, call_card_facts cascade`;
  await store.db`update figure_zone set zone = ${zone}, settled = true`;
  await newQueue(store.db, 'orders');
});

/** Calls of 50 days, summed up like those of a past are. */
async function somePast(count: number, seed = 7): Promise<FollowedFacts[]> {
  const span = { from: new Date('2026-10-10T00:00:00Z'), to: now };
  const drawn = fc.sample(anyFacts({ agents, queues, ...span }), { numRuns: count, seed });
  const facts = withCards(drawn, cardIds);
  await insertFacts(store.db, facts);
  await insertCards(store.db, facts);
  for (const day of new Set(facts.map(dayOf))) await rebuildDay(store.db, day);
  await store.db`delete from dirty_days`;
  return facts;
}

function read(asked: Partial<TopicsWanted> = {}) {
  const range = { period: '28-days' } as const;
  return readTopics(store.db, { range, filter: {}, queues: [], now, ...asked });
}

const dayOf = ({ queuedAt }: CallFacts) => dayOfZone({ zone, now: queuedAt });
const isIn = (from: string, to: string) => (facts: CallFacts) =>
  dayOf(facts) >= from && dayOf(facts) <= to;

function cardSumsOf(facts: readonly CallFacts[], cardId: string) {
  return Object.fromEntries(
    cardSumIds.map((id) => {
      const parts = facts.flatMap((call) =>
        call.cards.flatMap((card) => (card.cardId === cardId ? cardSums[id].of(card, call) : [])),
      );
      const sum = parts.reduce((all, one) => all + one, 0);
      return [id, id.endsWith('Mood') ? expect.closeTo(sum, 6) : sum];
    }),
  );
}

function outcomeSumsOf(facts: readonly CallFacts[], filedAs: string) {
  const ofOutcome = facts.filter((call) => outcomeOf(call) === filedAs);
  return Object.fromEntries(
    outcomeSumIds.map((id) => [
      id,
      ofOutcome.reduce((all, call) => all + outcomeSums[id].of(call), 0),
    ]),
  );
}

function outcomeOf({ answeredAt, outcome, disposition }: CallFacts): string {
  return answeredAt === null && outcome !== 'open' ? 'abandoned' : (disposition ?? '');
}

type Topics = Awaited<ReturnType<typeof read>>;

/** Both periods and every day, card by card and outcome by outcome. */
function expectSums({ cards, outcomes, steps }: Topics, facts: readonly CallFacts[]) {
  const ofPeriod = facts.filter(isIn('2026-11-03', '2026-11-30'));
  const before = facts
    .filter(isIn('2026-10-06', '2026-11-02'))
    .filter(({ queuedAt }) => queuedAt < new Date('2026-11-02T14:20:00Z'));
  for (const { key, ...sums } of cards) {
    expect(sums.now, key).toEqual(cardSumsOf(ofPeriod, key));
    expect(sums.before, `${key} before`).toEqual(cardSumsOf(before, key));
    for (const day of steps) {
      const ofDay = facts.filter((call) => dayOf(call) === day);
      expect(sums.steps.get(day)?.calls ?? 0).toBe(cardSumsOf(ofDay, key).calls);
    }
  }
  for (const { key, ...sums } of outcomes) {
    expect(sums.now, key).toEqual(outcomeSumsOf(ofPeriod, key));
    expect(sums.before, `${key} before`).toEqual(outcomeSumsOf(before, key));
    for (const day of steps) {
      const { calls, withOrders } = outcomeSumsOf(
        facts.filter((call) => dayOf(call) === day),
        key,
      );
      expect(sums.steps.get(day) ?? { calls: 0, withOrders: 0 }).toEqual({ calls, withOrders });
    }
  }
  expect(cards.map(({ key }) => key).toSorted()).toEqual(
    [...new Set(facts.flatMap((call) => call.cards.map(({ cardId }) => cardId)))].toSorted(),
  );
}

test('sums over cards and outcomes are those that the facts say, from days and from facts', async () => {
  const facts = await somePast(400);
  expect(await checkDays(store.db)).toEqual([]);
  const ofDays = await read();
  expectSums(ofDays, facts);
  expect(ofDays.steps).toEqual(daysFrom('2026-11-03', '2026-11-30'));
  await store.db`update figure_zone set settled = false`;
  expectSums(await read(), facts);
});

test('filters and the queues of the reader narrow them to the same calls', async () => {
  const facts = await somePast(300);
  const [agent] = agents;
  const [main, orders] = queues;
  if (!agent || !orders || !main) throw new Error('There are some.');
  const ofAgent = await read({ filter: { agent } });
  expectSums(
    ofAgent,
    facts.filter(({ agentId }) => agentId === agent),
  );
  expectSums(
    await read({ filter: { queue: orders } }),
    facts.filter(({ queueId }) => queueId === orders),
  );
  expectSums(
    await read({ queues: [orders] }),
    facts.filter(({ queueId }) => queueId === orders),
  );
  const nobodys = await read({ filter: { queue: main }, queues: [orders] });
  expect([nobodys.cards, nobodys.outcomes, nobodys.changed]).toEqual([[], [], []]);
});

test('a day whose sums of cards are wrong is found and made anew', async () => {
  const facts = await somePast(200);
  const days = [...new Set(facts.flatMap((call) => (call.cards.length > 0 ? dayOf(call) : [])))];
  const [one = '', other = ''] = days.sort();
  await store.db`update card_days set accepted = accepted + 1 where local_day = ${one}::date`;
  await store.db`delete from outcome_days where local_day = ${other}::date`;
  expect(await checkDays(store.db)).toEqual([one, other]);
  await rebuildDirtyDays(store.db);
  expect(await checkDays(store.db)).toEqual([]);
});

test('long periods are told by the week', async () => {
  const facts = await somePast(200);
  const { step, steps, cards } = await read({ range: { from: '2026-07-01', to: '2026-11-30' } });
  expect([step, steps[0], steps.at(-1)]).toEqual(['week', '2026-06-29', '2026-11-30']);
  for (const { key, ...sums } of cards) {
    const total = [...sums.steps.values()].reduce((all, one) => all + one.calls, 0);
    expect(total).toBe(cardSumsOf(facts, key).calls);
  }
});

test('cards go by the name they have now, and what is gone by its last', async () => {
  await somePast(60);
  const { db } = store;
  const add = (id: string, title: string) =>
    db`insert into playbook_cards (id, card, seeded_checksum) values (${id}, ${JSON.stringify({ id, title })}::jsonb, 'none')`;
  await add('late-delivery', 'Late');
  await db`update playbook_cards set card = jsonb_set(card, '{title}', '"Late delivery"'), enabled = false`;
  await add('refund', 'Refund');
  await db`delete from playbook_cards where id = 'refund'`;
  const { cardNames } = await read();
  expect([...cardNames.values()].toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
    { id: 'charged-twice', name: 'charged-twice', state: 'removed' },
    { id: 'late-delivery', name: 'Late delivery', state: 'off' },
    { id: 'refund', name: 'Refund', state: 'removed' },
  ]);
});

test('calls that changed most are those that can be opened, of both ways', async () => {
  const facts = await somePast(400);
  expect((await read()).changed).toEqual([]);
  await addCalls(facts);
  const wanted = facts
    .filter(isIn('2026-11-03', '2026-11-30'))
    .filter(({ endedAt, sentimentLines }) => endedAt !== null && sentimentLines >= 4);
  const ofAll = await read();
  expectChanged(ofAll, wanted);
  const [agent] = agents;
  const [, orders] = queues;
  if (!agent || !orders) throw new Error('There are some.');
  const ofAgent = wanted.filter(({ agentId }) => agentId === agent);
  expectChanged(await read({ filter: { agent } }), ofAgent);
  const ofQueue = wanted.filter(({ queueId }) => queueId === orders);
  expectChanged(await read({ filter: { queue: orders } }), ofQueue);
  expectChanged(await read({ queues: [orders] }), ofQueue);
});

function changeOf({ sentimentStart, sentimentEnd }: CallFacts): number {
  return (sentimentEnd ?? 0) - (sentimentStart ?? 0);
}

function expectChanged({ changed }: Topics, facts: readonly CallFacts[]) {
  const sorted = facts
    .filter(({ callId }) => !erased.has(callId))
    .map(changeOf)
    .toSorted((a, b) => b - a);
  const shown = changed.map(({ change }) => expect.closeTo(change, 9));
  expect([...sorted.slice(0, 5), ...sorted.slice(-5)]).toEqual(shown);
}

const erased = new Set<string>();

/** Rows of calls for their facts; every ninth that is over was erased. */
async function addCalls(facts: readonly CallFacts[]): Promise<void> {
  erased.clear();
  // Facts are drawn, and calls have only what is asked of them: no rule of the table fits them.
  const rules = await store.db<{ name: string }[]>`
    select conname as name from pg_constraint where conrelid = 'calls'::regclass and contype = 'c'`;
  for (const { name } of rules) {
    await store.db`alter table calls drop constraint ${store.db.raw(`"${name}"`)}`;
  }
  await store.db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const [index, { callId, endedAt, queuedAt, queueId }] of facts.entries()) {
      if (endedAt && index % 9 === 0) erased.add(callId);
      await tx`
        insert into calls (id, status, queue_id, queue_name, target_seconds, customer_name, contact_kind,
          contact, transcribed, recorded, notice_version, queued_at, customer_identity, customer_seen_at,
          ended_at, erased_at, last_seq)
        values (${callId}, ${endedAt ? 'abandoned' : 'queued'}, ${queueId}, 'Main', 20, 'Ann', 'email',
          'ann@example.org', false, false, '1', ${queuedAt.toISOString()}, ${callId}, ${queuedAt.toISOString()},
          ${endedAt?.toISOString() ?? null}, ${erased.has(callId) ? now.toISOString() : null}, 1)`;
    }
  });
}
