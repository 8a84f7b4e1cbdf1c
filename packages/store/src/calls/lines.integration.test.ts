import { aQueueId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { setAgentStatus } from '../agents/agents.ts';
import {
  age,
  newActiveCall,
  newAgent,
  newCall,
  offerOptions,
  useStore,
} from '../test-support/store.ts';
import { endCall } from './call-endings.ts';
import { offerNextCalls } from './dispatch.ts';
import { placeInLine, readLines, summaryOfLines } from './lines.ts';
import { finishWrapUp } from './wrap-up.ts';

const store = useStore();

test('positions count from 1 in the order of arrival, offered calls included', async () => {
  const [one, two, three] = [
    await newCall(store.db),
    await newCall(store.db),
    await newCall(store.db),
  ];
  await newAgent(store.db);
  await offerNextCalls(store.db, offerOptions);
  const lines = await readLines(store.db);
  const positions = [one, two, three].map((call) => placeInLine(lines, call));
  expect(positions.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(positions[0]).toMatchObject({ agentsOnline: 1, estimatedWaitMs: null });
});

test('a call that does not wait has no position', async () => {
  const { call } = await newActiveCall(store.db);
  expect(placeInLine(await readLines(store.db), call)).toMatchObject({
    position: null,
    estimatedWaitMs: null,
  });
});

test('the wait is estimated from recent handle times and the agents on duty', async () => {
  const { call, agentId } = await newActiveCall(store.db);
  await age(store.db, call.id, 'answered_at', 120_000);
  await endCall(store.db, call.id, 'agent-hung-up');
  await finishWrapUp(store.db, call.id, { disposition: 'resolved', notes: '' });
  await newAgent(store.db);
  const onBreak = await newAgent(store.db);
  await setAgentStatus(store.db, onBreak, 'break');
  await newCall(store.db);
  await newCall(store.db);
  const third = await newCall(store.db);
  const estimate = placeInLine(await readLines(store.db), third);
  expect(estimate).toMatchObject({ position: 3, agentsOnline: 2 });
  expect(estimate.estimatedWaitMs).toBeGreaterThanOrEqual(180_000);
  expect(estimate.estimatedWaitMs).toBeLessThan(200_000);
  await setAgentStatus(store.db, agentId, 'offline');
});

test('nobody on duty means no estimate', async () => {
  const call = await newCall(store.db);
  expect(placeInLine(await readLines(store.db), call)).toEqual({
    position: 1,
    estimatedWaitMs: null,
    agentsOnline: 0,
  });
});

test('the summary counts who waits and the longest of the waits', async () => {
  expect(summaryOfLines(await readLines(store.db), [aQueueId()])).toEqual({
    waiting: 0,
    longestWaitMs: null,
  });
  await newCall(store.db);
  const { id } = await newCall(store.db);
  await age(store.db, id, 'queued_at', 80_000);
  const { waiting, longestWaitMs } = summaryOfLines(await readLines(store.db), [aQueueId()]);
  expect(waiting).toBe(2);
  expect(longestWaitMs).toBeGreaterThanOrEqual(80_000);
});
