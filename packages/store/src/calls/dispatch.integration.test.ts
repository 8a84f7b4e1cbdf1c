import type { CallId, UserId } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { agentDesk, setAgentStatus } from '../agents/agents.ts';
import { closeDatabase, openDatabase } from '../database/connect.ts';
import {
  age,
  newActiveCall,
  newAgent,
  newCall,
  offerOptions,
  useStore,
} from '../test-support/store.ts';
import { abandonCall } from './call-endings.ts';
import { findCall } from './calls.ts';
import { offerNextCalls, pruneDeclines, withDispatcherLock } from './dispatch.ts';
import { acceptOffer, declineOffer, expireOffers } from './offers.ts';

const store = useStore();

/** Who is offered what, in the order of the queue. */
async function offers(): Promise<[string, string | null][]> {
  const transitions = await offerNextCalls(store.db, offerOptions);
  return transitions.map(({ call }) => [call.id, call.offeredTo]);
}

async function ageDeclines(ms: number): Promise<void> {
  await store.db`
    update offer_declines set declined_at = declined_at - ${ms}::double precision * interval '1 ms'`;
}

test('the longest-waiting call goes to the longest-idle agent, and so on', async () => {
  const [first, second] = [await newAgent(store.db), await newAgent(store.db)];
  const [one, two, three] = [
    await newCall(store.db),
    await newCall(store.db),
    await newCall(store.db),
  ];
  await age(store.db, three.id, 'queued_at', 60_000);
  expect(await offers()).toEqual([
    [three.id, first],
    [one.id, second],
  ]);
  expect(await findCall(store.db, two.id)).toMatchObject({ status: 'queued' });
  expect(await agentDesk(store.db, second)).toMatchObject({
    status: 'offered',
    callId: null,
    offer: { callId: one.id, customerName: 'Maria Santos', transcribed: true },
  });
});

test('dispatchers that work at once give each call to one agent, in the right order', async () => {
  const agents: UserId[] = [];
  for (let index = 0; index < 12; index++) agents.push(await newAgent(store.db));
  const calls: CallId[] = [];
  for (let index = 0; index < 20; index++) calls.push((await newCall(store.db)).id);
  const pools = [openDatabase(store.url), openDatabase(store.url), openDatabase(store.url)];
  const rounds = await Promise.all(pools.map((db) => offerNextCalls(db, offerOptions)));
  await Promise.all(pools.map(closeDatabase));
  const given = new Map(rounds.flat().map(({ call }) => [call.id, call.offeredTo]));
  expect(rounds.flat()).toHaveLength(12);
  expect(calls.slice(0, 12).map((id) => given.get(id))).toEqual(agents);
});

test('agents who leave while calls are offered are passed over', async () => {
  const agents: UserId[] = [];
  for (let index = 0; index < 8; index++) agents.push(await newAgent(store.db));
  for (let index = 0; index < 8; index++) await newCall(store.db);
  const leaving = agents.slice(0, 4).map((id) => setAgentStatus(store.db, id, 'break'));
  const [given, left] = await Promise.all([
    offerNextCalls(store.db, offerOptions),
    Promise.all(leaving),
  ]);
  expect(given.length).toBe(4 + left.filter((success) => !success).length);
  for (const { call } of given) {
    expect(await agentDesk(store.db, call.offeredTo ?? aUserId())).toMatchObject({
      status: 'offered',
    });
  }
});

test('agents on a break, on a call or disabled are offered nothing', async () => {
  const { agentId } = await newActiveCall(store.db);
  const resting = await newAgent(store.db);
  await setAgentStatus(store.db, resting, 'break');
  const disabled = await newAgent(store.db);
  await store.db`update users set disabled = true where id = ${disabled}`;
  await newCall(store.db);
  expect(await offers()).toEqual([]);
  expect(await agentDesk(store.db, agentId)).toMatchObject({ status: 'on-call' });
});

test('a declined call goes to the next agent and keeps its place', async () => {
  const [first, second] = [await newAgent(store.db), await newAgent(store.db)];
  const [one, two] = [await newCall(store.db), await newCall(store.db)];
  await setAgentStatus(store.db, second, 'break');
  expect(await offers()).toEqual([[one.id, first]]);
  const declined = await declineOffer(store.db, one.id, first);
  expect(declined?.appended.event).toMatchObject({ type: 'call.offer-declined', actor: 'agent' });
  expect(declined?.call).toMatchObject({ status: 'queued', queuedAt: one.queuedAt });
  await setAgentStatus(store.db, second, 'available');
  expect(await offers()).toEqual([
    [one.id, second],
    [two.id, first],
  ]);
});

test('who declines is not offered the same call again for 30 s while others are on duty', async () => {
  await newActiveCall(store.db);
  const agent = await newAgent(store.db);
  const { id } = await newCall(store.db);
  await offers();
  await declineOffer(store.db, id, agent);
  expect(await offers()).toEqual([]);
  await ageDeclines(29_000);
  expect(await offers()).toEqual([]);
  await ageDeclines(1000);
  expect(await offers()).toEqual([[id, agent]]);
});

test('an agent who vanished in the middle of a call does not count as on duty', async () => {
  const { agentId } = await newActiveCall(store.db);
  const agent = await newAgent(store.db);
  const { id } = await newCall(store.db);
  await offers();
  await declineOffer(store.db, id, agent);
  await ageDeclines(6000);
  expect(await offers()).toEqual([]);
  await store.db`
    update agent_states set seen_at = seen_at - interval '1 minute' where agent_id = ${agentId}`;
  expect(await offers()).toEqual([[id, agent]]);
});

test('a declined offer is forgotten once it keeps nobody from anything', async () => {
  const agent = await newAgent(store.db);
  const { id } = await newCall(store.db);
  await offers();
  await declineOffer(store.db, id, agent);
  await ageDeclines(29_000);
  await pruneDeclines(store.db);
  expect(await store.db`select 1 from offer_declines`).toHaveLength(1);
  await ageDeclines(1000);
  await pruneDeclines(store.db);
  expect(await store.db`select 1 from offer_declines`).toEqual([]);
});

test('who declines and is alone is offered the call again after 5 s', async () => {
  const agent = await newAgent(store.db);
  const { id } = await newCall(store.db);
  await offers();
  await declineOffer(store.db, id, agent);
  await ageDeclines(4000);
  expect(await offers()).toEqual([]);
  await ageDeclines(1000);
  expect(await offers()).toEqual([[id, agent]]);
});

test('an offer nobody answers goes to the next agent, and the call keeps its place', async () => {
  const [first, second] = [await newAgent(store.db), await newAgent(store.db)];
  const [one, two] = [await newCall(store.db), await newCall(store.db)];
  await setAgentStatus(store.db, second, 'break');
  await offers();
  expect(await expireOffers(store.db)).toEqual([]);
  await age(store.db, one.id, 'offer_expires_at', 20_000);
  const [expired] = await expireOffers(store.db);
  expect(expired?.appended.event).toMatchObject({ type: 'call.offer-expired', actor: 'system' });
  expect(await agentDesk(store.db, first)).toMatchObject({ status: 'break', offer: null });
  await setAgentStatus(store.db, second, 'available');
  expect(await offers()).toEqual([[one.id, second]]);
  expect(await findCall(store.db, two.id)).toMatchObject({ status: 'queued' });
});

test('an agent that could not have answered stays available and is offered the call again', async () => {
  const agent = await newAgent(store.db);
  const { id } = await newCall(store.db);
  await offers();
  await age(store.db, id, 'offer_expires_at', 20_000);
  expect(await expireOffers(store.db, { couldAnswer: false })).toHaveLength(1);
  expect(await agentDesk(store.db, agent)).toMatchObject({ status: 'available', offer: null });
  expect(await offers()).toEqual([[id, agent]]);
});

test('an offer that several processes find expired is taken back once', async () => {
  await newAgent(store.db);
  const { id } = await newCall(store.db);
  await offers();
  await age(store.db, id, 'offer_expires_at', 20_000);
  const rounds = await Promise.all([1, 2, 3, 4].map(() => expireOffers(store.db)));
  expect(rounds.flat()).toHaveLength(1);
});

test('only the agent it is offered to can accept or decline, and only one of the two', async () => {
  const [agent, other] = [await newAgent(store.db), await newAgent(store.db)];
  const { id } = await newCall(store.db);
  await offers();
  expect(await acceptOffer(store.db, id, other)).toBeUndefined();
  expect(await declineOffer(store.db, id, other)).toBeUndefined();
  const answers = await Promise.all([
    acceptOffer(store.db, id, agent),
    acceptOffer(store.db, id, agent),
    declineOffer(store.db, id, agent),
  ]);
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test('an accepted call is active and knows both identities', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  expect(call).toMatchObject({ status: 'active', agentId, offeredTo: null, lastSeq: 3 });
  expect(call.answeredAt).toBeInstanceOf(Date);
  expect(call.agentIdentity).not.toBe(call.customerIdentity);
  expect(await agentDesk(store.db, agentId)).toMatchObject({ status: 'on-call', callId: call.id });
});

test('an agent whose offer was abandoned is still first in line', async () => {
  const agent = await newAgent(store.db);
  const { id } = await newCall(store.db);
  await offers();
  await newAgent(store.db);
  const abandoned = await abandonCall(store.db, id, 'customer-left');
  expect(abandoned?.call).toMatchObject({ status: 'abandoned', offeredTo: null });
  const next = await newCall(store.db);
  expect(await offers()).toEqual([[next.id, agent]]);
});

test('the database refuses a second open call for an agent', async () => {
  const { agentId } = await newActiveCall(store.db);
  const { id } = await newCall(store.db);
  const second = store.db`
    update calls set status = 'offered', offered_to = ${agentId}, offered_at = now(),
      offer_expires_at = now() where id = ${id}`;
  await expect(second).rejects.toMatchObject({ constraint: 'calls_open_of_agent' });
});

test('one process dispatches at a time, and the next one after it', async () => {
  let nested: boolean | undefined;
  const outer = await withDispatcherLock(store.db, async () => {
    nested = await withDispatcherLock(store.db, async () => undefined);
  });
  expect([outer, nested]).toEqual([true, false]);
  const failing = withDispatcherLock(store.db, () => Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
  expect(await withDispatcherLock(store.db, async () => undefined)).toBe(true);
});
