import type { UserId } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { markAgentsOffline } from '../calls/lost.ts';
import { newActiveCall, newAgent, useStore } from '../test-support/store.ts';
import { agentDesk, setAgentStatus, touchAgent } from './agents.ts';

const store = useStore();

async function ageSeen(agentId: UserId, ms: number): Promise<void> {
  await store.db`
    update agent_states set seen_at = seen_at - ${ms}::double precision * interval '1 ms'
    where agent_id = ${agentId}`;
}

test('somebody who has never been on duty is offline', async () => {
  expect(await agentDesk(store.db, aUserId())).toMatchObject({
    status: 'offline',
    callId: null,
    offer: null,
  });
});

test('choosing the same status again does not restart its time', async () => {
  const agent = await newAgent(store.db);
  const before = await agentDesk(store.db, agent);
  expect(await setAgentStatus(store.db, agent, 'available')).toBe(true);
  expect(await agentDesk(store.db, agent)).toEqual(before);
  expect(await setAgentStatus(store.db, agent, 'break')).toBe(true);
  expect(await agentDesk(store.db, agent)).toMatchObject({ status: 'break' });
});

test('an agent who is not seen goes offline, unless it has a call', async () => {
  const [gone, seen] = [await newAgent(store.db), await newAgent(store.db)];
  await setAgentStatus(store.db, seen, 'break');
  const busy = (await newActiveCallOfItsOwn()).agentId;
  for (const agent of [gone, seen, busy]) await ageSeen(agent, 31_000);
  await touchAgent(store.db, seen);
  expect(await markAgentsOffline(store.db, { silentMs: 30_000 })).toEqual([gone]);
  expect(await agentDesk(store.db, gone)).toMatchObject({ status: 'offline' });
  expect(await agentDesk(store.db, busy)).toMatchObject({ status: 'on-call' });
});

/** With others available, the offer would go to them. */
async function newActiveCallOfItsOwn() {
  const others = await store.db<{ agentId: UserId }[]>`
    update agent_states set status = 'break' where status = 'available' returning agent_id`;
  const active = await newActiveCall(store.db);
  for (const { agentId } of others) await setAgentStatus(store.db, agentId, 'available');
  return active;
}
