import { randomUUID } from 'node:crypto';
import { segmentIdSchema } from '@agent/protocol';
import {
  appendCallEvent,
  bumpSessionVersion,
  type CallRow,
  endCall,
  newEventId,
} from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCall, callInState } from '../../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { openWall } from '../../test-support/wall-page.ts';
import { createWallView } from './wall-view.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  harness.clock.now = new Date();
  // What was deleted behind its back is still on the wall for a while.
  harness.services.wall = createWallView(harness.services);
});
afterAll(() => harness.close());

const says = (call: CallRow, text: string, startMs: number) =>
  appendCallEvent(harness.services.db, call.id, {
    eventId: newEventId(),
    actor: 'bot',
    type: 'segment.final',
    data: {
      ...{ segmentId: segmentIdSchema.parse(randomUUID()), speaker: 'customer', startMs },
      ...{ endMs: startMs + 900, text, language: 'en', meanLogProbability: null },
    },
  });

it('shows who talks, who waits and who works, and what changes', async () => {
  const call = await callInState(harness, 'active');
  await says(call, 'Where is my parcel?', 1_000);
  const wall = await openWall(harness, harness.people.supervisor);
  const first = await wall.until(() => true);
  expect(first.calls).toMatchObject([
    {
      callId: call.id,
      customerName: 'Ada',
      agent: { userId: harness.people.owner.id },
      lastWords: { speaker: 'customer', text: 'Where is my parcel?' },
      alerts: [],
      listeners: [],
    },
  ]);
  expect(first.agents).toMatchObject([{ name: 'owner of the desk', status: 'on-call' }]);
  expect(wall.updates[0]?.kind).toBe('whole');

  await says(call, 'I have waited for a week.', 3_000);
  await wall.until(({ calls }) => calls[0]?.lastWords?.text === 'I have waited for a week.');
  const { call: waiting } = await addCall(harness);
  await wall.until((now) => now.waiting[0]?.callId === waiting.id);
  await endCall(harness.services.db, call.id, 'agent-hung-up');
  await wall.until(({ calls, agents }) => calls.length === 0 && agents[0]?.status === 'wrap-up');
  expect(wall.updates.slice(1).every(({ kind }) => kind === 'changes')).toBe(true);
  await wall.close();
});

it('counts who waits beyond the target as missed already', async () => {
  const { call } = await addCall(harness);
  const wall = await openWall(harness, harness.people.supervisor);
  await wall.until(({ today }) => today.targeted === 0);
  harness.clock.now = new Date(call.queuedAt.getTime() + (call.targetSeconds + 1) * 1_000);
  await wall.until(({ today }) => today.targeted === 1 && today.inTarget === 0);
  await wall.close();
});

it('sends within two seconds though nothing happens, and then nothing that is known', async () => {
  await callInState(harness, 'active');
  const wall = await openWall(harness, harness.people.admin);
  const first = await wall.until(() => true);
  harness.clock.now = new Date(harness.clock.now.getTime() + 2_000);
  const startedAt = performance.now();
  await wall.until(({ at }) => at !== first.at && wall.updates.length > 1);
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  expect(wall.updates[1]).toEqual({ kind: 'changes', at: expect.any(String), calls: [] });
  await wall.close();
});

it('puts what stands out first as time goes by, though nothing is told', async () => {
  const call = await callInState(harness, 'active');
  const wall = await openWall(harness, harness.people.supervisor);
  await wall.until(({ calls }) => calls[0]?.alerts.length === 0);
  harness.clock.now = new Date(harness.clock.now.getTime() + 15_000);
  const { calls } = await wall.until((now) => now.calls[0]?.alerts.length === 1);
  expect(calls[0]).toMatchObject({
    callId: call.id,
    alerts: [{ kind: 'no-text', owner: null, snoozedUntil: null, isDone: false }],
  });
  await wall.close();
});

it('shows supervisors the calls of their queues, and others where help is asked for and not given', async () => {
  const { services, people } = harness;
  await services.db`
    insert into queues (id, name, language) select 'other', 'Other', language from queues where id = 'main'`;
  await services.db`
    insert into queue_supervisors (user_id, queue_id) values (${people.supervisor.id}, 'other')`;
  const call = await callInState(harness, 'active');
  const [theirs, admins] = [
    await openWall(harness, people.supervisor),
    await openWall(harness, people.admin),
  ];
  expect((await theirs.until(() => true)).calls).toEqual([]);
  expect((await theirs.until(() => true)).agents).toEqual([]);
  expect((await admins.until(() => true)).calls).toHaveLength(1);

  const helpId = randomUUID();
  await services.db`
    insert into help_requests (id, call_id, agent_id) values (${helpId}, ${call.id}, ${people.owner.id})`;
  await appendCallEvent(services.db, call.id, {
    ...{ eventId: newEventId(), actor: 'agent', type: 'help.requested' },
    data: { helpId, reason: 'A refund' },
  });
  const asked = Date.now();
  harness.clock.now = new Date(asked + 29_000);
  await admins.until(({ at }) => Date.parse(at) >= asked + 29_000);
  expect(theirs.updates.flatMap(({ calls }) => calls)).toEqual([]);
  harness.clock.now = new Date(asked + 31_000);
  const { calls } = await theirs.until((now) => now.calls.length === 1);
  expect(calls[0]?.alerts[0]).toMatchObject({ kind: 'help', reason: 'A refund' });
  expect(JSON.stringify(admins.updates)).not.toContain('A refund');
  harness.clock.now = new Date(asked + 61_000);
  await admins.until((now) => now.calls[0]?.alerts[0]?.kind === 'help');
  await Promise.all([theirs.close(), admins.close()]);
});

it('ends with the session', async () => {
  const { services, people } = harness;
  const wall = await openWall(harness, people.supervisor);
  await wall.until(() => true);
  await bumpSessionVersion(services.db, people.supervisor.id);
  await wall.untilEnd();
  const { sessionVersion } = people.supervisor;
  await services.db`
    update users set session_version = ${sessionVersion} where id = ${people.supervisor.id}`;
});
