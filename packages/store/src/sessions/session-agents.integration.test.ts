import { expect, test } from 'vitest';
import { endCall } from '../calls/call-endings.ts';
import { newActiveCall, newAgent, useStore } from '../test-support/store.ts';
import { readSessionAgents } from './session-agents.ts';

const store = useStore();

/** An agent with one call that is over. */
async function agentWithCall(name: string) {
  const { call, agentId } = await newActiveCall(store.db, {}, name);
  await endCall(store.db, call.id, 'agent-hung-up');
  return agentId;
}

test('lists agents and everybody else who has had a call, by name', async () => {
  const gone = await agentWithCall('dora');
  const nowSupervisor = await agentWithCall('bea');
  await newAgent(store.db, 'carl');
  await newAgent(store.db, 'emil');
  const zoe = await newAgent(store.db, 'Zoe');
  const adam = await newAgent(store.db, 'adam');
  await store.db`update users set role = 'supervisor' where display_name in ('bea', 'carl')`;
  await store.db`update users set disabled = true where display_name in ('dora', 'emil')`;
  expect(await readSessionAgents(store.db)).toEqual([
    { userId: adam, displayName: 'adam' },
    { userId: nowSupervisor, displayName: 'bea' },
    { userId: gone, displayName: 'dora' },
    { userId: zoe, displayName: 'Zoe' },
  ]);
});
