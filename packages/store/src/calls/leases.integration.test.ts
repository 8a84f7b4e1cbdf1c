import { aQueueId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { listen } from '../database/notifications.ts';
import { age, newActiveCall, newCall, useStore } from '../test-support/store.ts';
import { endCall } from './call-endings.ts';
import { holdCall, resumeCall } from './hold.ts';
import { claimCalls, type HeardUntil, releaseLease, renewLeases } from './leases.ts';

const store = useStore();
const lease = { leaseMs: 6000 };

async function renewed(botId: string, heard: readonly HeardUntil[]): Promise<string[]> {
  return (await renewLeases(store.db, botId, heard, lease)).map(({ callId }) => callId);
}

test('bots that claim at once share the calls, each to exactly one', async () => {
  const calls = await Promise.all(Array.from({ length: 10 }, () => newActiveCallOneByOne()));
  const claims = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map((bot) => claimCalls(store.db, bot, { ...lease, capacity: 3 })),
  );
  for (const claim of claims) expect(claim.length).toBeLessThanOrEqual(3);
  const claimed = claims.flat().map(({ callId }) => callId);
  expect(new Set(claimed).size).toBe(claimed.length);
  const rest = await claimCalls(store.db, 'f', { ...lease, capacity: 10 });
  expect([...claimed, ...rest.map(({ callId }) => callId)].toSorted()).toEqual(calls.toSorted());
});

let chain: Promise<unknown> = Promise.resolve();
/** Matching is by turns, so calls are answered one after another. */
function newActiveCallOneByOne(): Promise<string> {
  const next = chain.then(() => newActiveCall(store.db)).then(({ call }) => call.id);
  chain = next;
  return next;
}

test('a call that is being claimed is nothing for another bot, which does not wait for it', async () => {
  const [first, second] = [await newActiveCall(store.db), await newActiveCall(store.db)];
  await store.db.begin(async (tx) => {
    const claim = await claimCalls(tx, 'a', { ...lease, capacity: 1 });
    expect(claim.map(({ callId }) => callId)).toEqual([first.call.id]);
    const other = await claimCalls(store.db, 'b', { ...lease, capacity: 2 });
    expect(other.map(({ callId }) => callId)).toEqual([second.call.id]);
  });
  expect(await claimCalls(store.db, 'b', { ...lease, capacity: 2 })).toEqual([]);
});

test('a claim tells what a bot needs to join', async () => {
  const { call } = await newActiveCall(store.db);
  await holdCall(store.db, call.id);
  expect(await claimCalls(store.db, 'a', { ...lease, capacity: 1 })).toEqual([
    {
      callId: call.id,
      queueId: aQueueId(),
      elapsedMs: expect.any(Number),
      heardUntilMs: null,
      lastWait: null,
      customerIdentity: call.customerIdentity,
      agentIdentity: call.agentIdentity,
      held: true,
      recorded: false,
      recordingPausedFromMs: null,
    },
  ]);
});

test('a claim tells how long ago the call was answered, by the clock of the database alone', async () => {
  const { call } = await newActiveCall(store.db);
  await age(store.db, call.id, 'answered_at', 90_000);
  const [claimed] = await claimCalls(store.db, 'a', { ...lease, capacity: 1 });
  expect(claimed?.elapsedMs).toBeGreaterThanOrEqual(90_000);
  expect(claimed?.elapsedMs).toBeLessThan(150_000);
});

test('a bot that died before it renewed once had the call all the same', async () => {
  const { call } = await newActiveCall(store.db);
  await claimCalls(store.db, 'a', { ...lease, capacity: 1 });
  await age(store.db, call.id, 'bot_lease_until', 6000);
  const [taken] = await claimCalls(store.db, 'b', { ...lease, capacity: 1 });
  expect(taken?.heardUntilMs).toBe(0);
});

test('renewing tells whether the call is on hold and how long its log is', async () => {
  const { call } = await newActiveCall(store.db);
  await claimCalls(store.db, 'a', { ...lease, capacity: 1 });
  const heard = [{ callId: call.id, heardUntilMs: 100 }];
  const [before] = await renewLeases(store.db, 'a', heard, lease);
  const { id: callId, agentIdentity, lastSeq } = call;
  const same = { callId, agentIdentity, recordingPausedFromMs: null };
  expect(before).toEqual({ ...same, held: false, lastSeq });
  await holdCall(store.db, call.id);
  const [held] = await renewLeases(store.db, 'a', heard, lease);
  expect(held).toEqual({ ...same, held: true, lastSeq: lastSeq + 1 });
  await resumeCall(store.db, call.id);
  const [resumed] = await renewLeases(store.db, 'a', heard, lease);
  expect(resumed).toEqual({ ...same, held: false, lastSeq: lastSeq + 2 });
});

test('claiming and renewing tell whether a call is recorded, and since when that is paused', async () => {
  const { call } = await newActiveCall(store.db);
  await store.db`update calls set recorded = true,
    recording_paused_at = answered_at + interval '4.25 s' where id = ${call.id}`;
  const [claimed] = await claimCalls(store.db, 'a', { ...lease, capacity: 1 });
  expect(claimed).toMatchObject({ recorded: true, recordingPausedFromMs: 4_250 });
  const heard = [{ callId: call.id, heardUntilMs: 100 }];
  const [renewed] = await renewLeases(store.db, 'a', heard, lease);
  expect(renewed).toMatchObject({ recordingPausedFromMs: 4_250 });
});

test('waiting calls and calls without consent are nothing for a bot', async () => {
  await newActiveCall(store.db, { transcribed: false });
  await newCall(store.db);
  expect(await claimCalls(store.db, 'a', { ...lease, capacity: 9 })).toEqual([]);
});

test('without capacity nothing is claimed', async () => {
  await newActiveCall(store.db);
  expect(await claimCalls(store.db, 'a', { ...lease, capacity: 0 })).toEqual([]);
});

test('a lease that ran out is taken over where the bot before stopped hearing', async () => {
  const { call } = await newActiveCall(store.db);
  await claimCalls(store.db, 'a', { ...lease, capacity: 1 });
  await renewLeases(store.db, 'a', [{ callId: call.id, heardUntilMs: 4200.4 }], lease);
  expect(await claimCalls(store.db, 'b', { ...lease, capacity: 1 })).toEqual([]);
  await age(store.db, call.id, 'bot_lease_until', 6000);
  const [taken] = await claimCalls(store.db, 'b', { ...lease, capacity: 1 });
  expect(taken).toMatchObject({ callId: call.id, heardUntilMs: 4200 });
});

test('a call that is a bot’s own by a claim whose answer was lost does not stay without a bot', async () => {
  const { call } = await newActiveCall(store.db);
  const other = await newActiveCall(store.db);
  await claimCalls(store.db, 'a', { ...lease, capacity: 2 });
  await age(store.db, call.id, 'bot_lease_until', 6000);
  await age(store.db, other.call.id, 'bot_lease_until', 6000);
  const again = { ...lease, capacity: 2, serving: [other.call.id] };
  expect(await claimCalls(store.db, 'a', again)).toMatchObject([
    { callId: call.id, heardUntilMs: 0 },
  ]);
  expect(await claimCalls(store.db, 'a', again)).toEqual([]);
});

test('a bot does not claim a call again that it serves when its lease ran out, and can still renew it', async () => {
  const { call } = await newActiveCall(store.db);
  await claimCalls(store.db, 'a', { ...lease, capacity: 1 });
  await age(store.db, call.id, 'bot_lease_until', 6000);
  const again = { ...lease, capacity: 1, serving: [call.id] };
  expect(await claimCalls(store.db, 'a', again)).toEqual([]);
  const heard = [{ callId: call.id, heardUntilMs: 9000 }];
  expect(await renewed('a', heard)).toEqual([call.id]);
});

test('a bot that lost a call is told when it renews, and cannot release it', async () => {
  const { call } = await newActiveCall(store.db);
  const kept = await newActiveCall(store.db);
  await claimCalls(store.db, 'a', { ...lease, capacity: 2 });
  await age(store.db, call.id, 'bot_lease_until', 6000);
  await claimCalls(store.db, 'b', { ...lease, capacity: 1 });
  const heard = [call, kept.call].map(({ id }) => ({ callId: id, heardUntilMs: 100 }));
  expect(await renewed('a', heard)).toEqual([kept.call.id]);
  await releaseLease(store.db, 'a', call.id, 100);
  expect(await renewed('b', heard)).toEqual([call.id]);
});

test('a bot whose lease ran out unnoticed keeps the call if nobody took it', async () => {
  const { call } = await newActiveCall(store.db);
  await claimCalls(store.db, 'a', { ...lease, capacity: 1 });
  await age(store.db, call.id, 'bot_lease_until', 60_000);
  const heard = [{ callId: call.id, heardUntilMs: 100 }];
  expect(await renewed('a', heard)).toEqual([call.id]);
  expect(await claimCalls(store.db, 'b', { ...lease, capacity: 1 })).toEqual([]);
});

test('a bot is told to leave an ended call', async () => {
  const { call } = await newActiveCall(store.db);
  await claimCalls(store.db, 'a', { ...lease, capacity: 1 });
  await endCall(store.db, call.id, 'agent-hung-up');
  const heard = [{ callId: call.id, heardUntilMs: 100 }];
  expect(await renewLeases(store.db, 'a', heard, lease)).toEqual([]);
  expect(await renewLeases(store.db, 'a', [], lease)).toEqual([]);
});

test('a released call can be claimed at once, and bots hear of it', async () => {
  const { call } = await newActiveCall(store.db);
  await claimCalls(store.db, 'a', { ...lease, capacity: 1 });
  const heardOf = new Promise<string>((resolve) => {
    void listen(store.db, 'calls_active', resolve).then(() =>
      releaseLease(store.db, 'a', call.id, 7000),
    );
  });
  expect(await heardOf).toBe(call.id);
  const [taken] = await claimCalls(store.db, 'b', { ...lease, capacity: 1 });
  expect(taken).toMatchObject({ callId: call.id, heardUntilMs: 7000 });
});
