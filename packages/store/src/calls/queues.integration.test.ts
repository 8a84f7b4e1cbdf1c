import type { CallId, QueueId, UserId } from '@agent/protocol';
import { aQueueId } from '@agent/testing/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agentDesk } from '../agents/agents.ts';
import { closeDatabase, openDatabase } from '../database/connect.ts';
import type { Transition } from '../log/transition.ts';
import {
  age,
  agentOf,
  newActiveCall,
  newAgent,
  newCall,
  newQueue,
  offerOptions,
  useStore,
} from '../test-support/store.ts';
import { endCall } from './call-endings.ts';
import { offerNextCalls } from './dispatch.ts';
import { placeInLine, readLines, summaryOfLines } from './lines.ts';
import { declineOffer } from './offers.ts';
import { finishWrapUp } from './wrap-up.ts';

const store = useStore();
const main = aQueueId();

const pairs = (transitions: Transition[]) =>
  transitions.map(({ call }) => [call.id, call.offeredTo]);
const offers = async () => pairs(await offerNextCalls(store.db, offerOptions));

async function addWaiting(queueId: QueueId, count: number): Promise<void> {
  await store.db`
    insert into calls (id, status, queue_id, queue_name, target_seconds, customer_name, contact_kind,
      contact, transcribed, notice_version, queued_at, customer_identity, customer_seen_at)
    select gen_random_uuid(), 'queued', ${queueId}, 'Any', 20, 'Maria', 'email', 'm@example.org', false,
      '1', now() - interval '1 hour' + n * interval '1 ms', gen_random_uuid(), now()
    from generate_series(1, ${count}) n`;
}

test('agents are offered calls of their queues alone, the longest-waiting of these first', async () => {
  const [orders, billing] = [
    await newQueue(store.db, 'orders'),
    await newQueue(store.db, 'billing'),
  ];
  const ofOrders = await agentOf(store.db, orders);
  const ofBoth = await agentOf(store.db, orders, billing);
  const ofNone = await agentOf(store.db);
  const first = await newCall(store.db, { queueId: main });
  const second = await newCall(store.db, { queueId: billing });
  const third = await newCall(store.db, { queueId: orders });
  expect(await offers()).toEqual([
    [second.id, ofBoth],
    [third.id, ofOrders],
  ]);
  expect(await agentDesk(store.db, ofBoth)).toMatchObject({
    queues: [
      { id: billing, name: 'billing' },
      { id: orders, name: 'orders' },
    ],
    offer: { callId: second.id, queue: { id: billing, name: 'billing' } },
  });
  expect(await agentDesk(store.db, ofNone)).toMatchObject({ status: 'available', queues: [] });
  expect(await offers()).toEqual([]);
  expect((await readLines(store.db)).waiting.get(first.id)).toMatchObject({ position: 1 });
});

test('thousands who wait where nobody is keep nobody from being offered', async () => {
  const busy = await newQueue(store.db, 'busy');
  await addWaiting(busy, 5_000);
  const last = await newCall(store.db);
  const agent = await newAgent(store.db);
  const startedAt = performance.now();
  expect(await offers()).toEqual([[last.id, agent]]);
  const lines = await readLines(store.db);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(placeInLine(lines, last)).toMatchObject({ position: 1, agentsOnline: 1 });
  expect(summaryOfLines(lines, [busy])).toMatchObject({ waiting: 5_000 });
});

test('a call that the only agent of its queue declined leaves the next to that agent', async () => {
  const orders = await newQueue(store.db, 'orders');
  const agent = await agentOf(store.db, orders);
  // On duty elsewhere: that is nobody to wait for.
  await newActiveCall(store.db);
  const [one, two] = [
    await newCall(store.db, { queueId: orders }),
    await newCall(store.db, { queueId: orders }),
  ];
  expect(await offers()).toEqual([[one.id, agent]]);
  await declineOffer(store.db, one.id, agent);
  expect(await offers()).toEqual([[two.id, agent]]);
  await declineOffer(store.db, two.id, agent);
  await store.db`update offer_declines set declined_at = declined_at - interval '5 s'`;
  expect(await offers()).toEqual([[one.id, agent]]);
  await declineOffer(store.db, one.id, agent);
  const other = await agentOf(store.db, orders);
  await store.db`update offer_declines set declined_at = declined_at - interval '5 s'`;
  expect(await offers()).toEqual([[one.id, other]]);
});

test('places, estimates and who is on duty are those of the queue', async () => {
  const orders = await newQueue(store.db, 'orders');
  const { call, agentId } = await newActiveCall(store.db);
  await age(store.db, call.id, 'answered_at', 60_000);
  await endCall(store.db, call.id, 'agent-hung-up');
  await finishWrapUp(store.db, call.id, { disposition: 'resolved', notes: '' });
  await agentOf(store.db, orders);
  await newCall(store.db);
  const second = await newCall(store.db);
  const ofOrders = await newCall(store.db, { queueId: orders });
  const lines = await readLines(store.db);
  expect(placeInLine(lines, second)).toMatchObject({ position: 2, agentsOnline: 1 });
  const { estimatedWaitMs } = placeInLine(lines, second);
  expect(Math.abs((estimatedWaitMs ?? 0) - 120_000)).toBeLessThan(5_000);
  expect(placeInLine(lines, ofOrders)).toEqual({
    ...{ position: 1, estimatedWaitMs: null, agentsOnline: 1 },
  });
  expect(summaryOfLines(lines, [main, orders]).waiting).toBe(3);
  expect(summaryOfLines(lines, [orders]).waiting).toBe(1);
  expect(summaryOfLines(lines, [])).toEqual({ waiting: 0, longestWaitMs: null });
  // Who takes calls of both is shared: of three who wait two are in the one queue.
  await store.db`insert into agent_queues (agent_id, queue_id) values (${agentId}, ${orders})`;
  const shared = placeInLine(await readLines(store.db), second);
  expect(shared.agentsOnline).toBe(1);
  expect(Math.abs((shared.estimatedWaitMs ?? 0) - 180_000)).toBeLessThan(7_500);
});

/** Some queues, who takes their calls, and who waits in them in the order of arrival. */
const crowd = fc.record({
  agents: fc.array(fc.subarray([0, 1, 2]), { minLength: 1, maxLength: 6 }),
  calls: fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 10 }),
});

/** What is to come of it: each call in turn goes to the longest-idle agent of its queue. */
function expected(calls: readonly number[], agents: readonly (readonly number[])[]) {
  const idle = new Set(agents.keys());
  return calls.flatMap((queue, call) => {
    const agent = [...idle].find((index) => agents[index]?.includes(queue));
    if (agent === undefined) return [];
    idle.delete(agent);
    return [[call, agent]];
  });
}

test('two processes at once match any crowd as one would', async () => {
  const queues = [main, await newQueue(store.db, 'one'), await newQueue(store.db, 'two')];
  const pools = [openDatabase(store.url), openDatabase(store.url)];
  const property = fc.asyncProperty(crowd, async ({ agents, calls }) => {
    await store.db`delete from agent_states`;
    await store.db`
      update calls set status = 'abandoned', ended_at = now(), offered_to = null, offered_at = null,
        offer_expires_at = null
      where status in ('queued', 'offered')`;
    const agentIds: UserId[] = [];
    for (const of of agents) {
      const mine = of.flatMap((index) => queues[index] ?? []);
      agentIds.push(await agentOf(store.db, ...mine));
    }
    const callIds: CallId[] = [];
    for (const index of calls) {
      callIds.push((await newCall(store.db, { queueId: queues[index] ?? main })).id);
    }
    const rounds = await Promise.all(pools.map((db) => offerNextCalls(db, offerOptions)));
    const given = new Map(rounds.flat().map(({ call }) => [call.id, call.offeredTo]));
    const found = callIds.flatMap((id, index) => {
      const agentId = given.get(id);
      return agentId ? [[index, agentIds.indexOf(agentId)]] : [];
    });
    expect(found).toEqual(expected(calls, agents));
    expect(await offers()).toEqual([]);
  });
  try {
    await fc.assert(property, { numRuns: 25 });
  } finally {
    await Promise.all(pools.map(closeDatabase));
  }
});
