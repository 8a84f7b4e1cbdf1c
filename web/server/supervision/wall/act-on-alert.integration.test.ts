import { randomUUID } from 'node:crypto';
import type { AlertAct, CallId } from '@agent/protocol';
import { askForHelp, type CallRow, endCall, holdCall, type User } from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callInState } from '../../test-support/calls-in-state.ts';
import { eventsOf } from '../../test-support/events.ts';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';
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

async function act(user: User, callId: CallId, incident: string, body: AlertAct | object) {
  return send({
    ...{ file: 'api/calls/[id]/alerts/[incident]/route.ts', method: 'POST', callId, body },
    ...{ params: { incident }, cookie: await sessionHeader(harness, user) },
  });
}

/** A call that has been on hold for three minutes, and the alert of that. */
async function heldCall(): Promise<{ call: CallRow; incident: string }> {
  const call = await callInState(harness, 'active');
  const held = await holdCall(harness.services.db, call.id);
  harness.clock.now = new Date(Date.now() + 180_000);
  return { call, incident: `hold:${held?.appended.event.seq}` };
}

async function callForHelp(): Promise<{ call: CallRow; helpId: string; incident: string }> {
  const call = await callInState(harness, 'active');
  const helpId = randomUUID();
  const agentId = harness.people.owner.id;
  await askForHelp(harness.services.db, call.id, { helpId, agentId, reason: '' });
  return { call, helpId, incident: `help:${helpId}` };
}

const typesOf = async (callId: CallId) => (await eventsOf(harness, callId)).map(({ type }) => type);

it('lets one supervisor take an alert, which the others see at once and may not take, too', async () => {
  const { supervisor, admin } = harness.people;
  const { call, incident } = await heldCall();
  const wall = await openWall(harness, admin);
  const alertOn = (isIt: (alert: unknown) => boolean) =>
    wall.until(
      ({ calls }) =>
        calls[0]?.alerts.some((one) => one.incident === incident && isIt(one)) ?? false,
    );
  await alertOn(() => true);
  const before = await eventsOf(harness, call.id);
  const startedAt = performance.now();
  expect((await act(supervisor, call.id, incident, { act: 'take' })).status).toBe(204);
  const name = supervisor.displayName;
  const { calls } = await wall.until(
    (now) => now.calls[0]?.alerts.some(({ owner }) => owner) ?? false,
  );
  expect(performance.now() - startedAt).toBeLessThan(1_500);
  expect(calls[0]?.alerts.find((one) => one.incident === incident)?.owner).toEqual({
    ...{ userId: supervisor.id, name },
  });
  expect((await act(supervisor, call.id, incident, { act: 'take' })).status).toBe(204);
  for (const body of [{ act: 'take' }, { act: 'done' }, { act: 'snooze', minutes: 5 }]) {
    const refused = await act(admin, call.id, incident, body);
    expect(refused.status).toBe(409);
    expect((await errorOf(refused)).message).toBe(`${name} sees to it already.`);
  }
  expect((await act(admin, call.id, incident, { act: 'release' })).status).toBe(204);
  expect((await act(admin, call.id, incident, { act: 'take' })).status).toBe(204);
  await wall.close();
  // Nothing of it is in the log, where the agent could count it.
  expect(await eventsOf(harness, call.id)).toEqual(before);
});

it('gives an alert to one of two who take it at once', async () => {
  const { supervisor, admin } = harness.people;
  const { call, incident } = await heldCall();
  const answers = await Promise.all(
    [supervisor, admin, supervisor, admin].map((user) =>
      act(user, call.id, incident, { act: 'take' }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 204, 409, 409]);
});

it('puts an alert off, and says that it is done', async () => {
  const { supervisor } = harness.people;
  const { call, incident } = await heldCall();
  const wall = await openWall(harness, supervisor);
  const alertAs = async (
    isIt: (alert: { snoozedUntil: string | null; isDone: boolean }) => boolean,
  ) => {
    await wall.until(
      ({ calls }) =>
        calls[0]?.alerts.some((one) => one.incident === incident && isIt(one)) ?? false,
    );
  };
  await alertAs(({ isDone }) => !isDone);
  expect((await act(supervisor, call.id, incident, { act: 'snooze', minutes: 15 })).status).toBe(
    204,
  );
  await alertAs(({ snoozedUntil }) => snoozedUntil !== null);
  harness.clock.now = new Date(Date.now() + 16 * 60_000);
  await alertAs(({ snoozedUntil }) => snoozedUntil === null);
  expect((await act(supervisor, call.id, incident, { act: 'done' })).status).toBe(204);
  await alertAs(({ isDone }) => isDone);
  expect((await act(supervisor, call.id, incident, { act: 'release' })).status).toBe(204);
  await alertAs(({ isDone }) => !isDone);
  await wall.close();
});

it('tells the agent who takes its request for help, gives it back, and ends it', async () => {
  const { supervisor, admin } = harness.people;
  const { call, incident } = await callForHelp();
  expect((await act(supervisor, call.id, incident, { act: 'take' })).status).toBe(204);
  expect((await act(supervisor, call.id, incident, { act: 'take' })).status).toBe(204);
  expect((await act(admin, call.id, incident, { act: 'take' })).status).toBe(409);
  expect((await act(admin, call.id, incident, { act: 'done' })).status).toBe(409);
  expect((await act(supervisor, call.id, incident, { act: 'release' })).status).toBe(204);
  expect((await act(admin, call.id, incident, { act: 'snooze', minutes: 2 })).status).toBe(204);
  expect((await act(admin, call.id, incident, { act: 'take' })).status).toBe(204);
  expect((await act(admin, call.id, incident, { act: 'done' })).status).toBe(204);
  expect((await typesOf(call.id)).filter((type) => type.startsWith('help.'))).toEqual([
    ...['help.requested', 'help.taken', 'help.released', 'help.taken', 'help.ended'],
  ]);
  expect((await act(admin, call.id, incident, { act: 'done' })).status).toBe(404);
});

it('knows no alert that does not stand out, of another call, or of one that is over', async () => {
  const { supervisor } = harness.people;
  const { call, incident } = await heldCall();
  const statusOf = async (name: string, callId = call.id) =>
    (await act(supervisor, callId, name, { act: 'take' })).status;
  expect(await statusOf('hold:1')).toBe(404);
  expect(await statusOf('long')).toBe(404);
  expect(await statusOf(`help:${randomUUID()}`)).toBe(404);
  for (const name of ['', 'HOLD:1', "hold:1'--", 'a'.repeat(61), '../hold:1', 'hold:1:2']) {
    expect(await statusOf(name)).toBe(404);
  }
  expect(await statusOf(incident.replace(':', '%3A'))).toBe(204);
  await endCall(harness.services.db, call.id, 'agent-hung-up');
  expect(await statusOf(incident)).toBe(404);
});

it('refuses what is no act, and who does not look after the call', async () => {
  const { services, people } = harness;
  const { call, incident } = await heldCall();
  for (const body of [
    {},
    { act: 'steal' },
    { act: 'snooze', minutes: 3 },
    { act: 'take', more: 1 },
  ]) {
    expect((await act(people.supervisor, call.id, incident, body)).status).toBe(400);
  }
  expect((await act(people.owner, call.id, incident, { act: 'take' })).status).toBe(403);
  await services.db`
    insert into queues (id, name, language) select 'other', 'Other', language from queues where id = 'main'`;
  await services.db`
    insert into queue_supervisors (user_id, queue_id) values (${people.supervisor.id}, 'other')`;
  expect((await act(people.supervisor, call.id, incident, { act: 'take' })).status).toBe(404);
});
