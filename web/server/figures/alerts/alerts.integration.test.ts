import { randomUUID } from 'node:crypto';
import { type FigureAlerts, figureAlertsSchema } from '@agent/protocol';
import type { User } from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  harness.clock.now = new Date();
  await harness.services.db`update figure_zone set zone = 'UTC'`;
});
afterAll(() => harness.close());

/** An alert that is open; '' stands for all calls. */
async function newAlert(queueId = 'main', metric = 'handle-time'): Promise<string> {
  const { db } = harness.services;
  const id = randomUUID();
  await db`
    insert into figure_watches (metric, queue_id, judged_at, hits, state, weeks)
    values (${metric}, ${queueId}, now(), 2, 'out-of-line', 0) on conflict do nothing`;
  await db`
    insert into figure_alerts (id, metric, queue_id, side, value, n, usual_low, usual_high, weeks,
      starts_at, ends_at, odd_since, since)
    values (${id}, ${metric}, ${queueId}, 'above', 510000, 41, 310000, 380000, 8,
      '2026-11-25T13:00:00Z', '2026-11-25T14:00:00Z', '2026-11-25T12:55:00Z', '2026-11-25T13:55:00Z')`;
  return id;
}

async function act(user: User, id: string, body: object) {
  return send({
    ...{ file: 'api/metrics/alerts/[id]/route.ts', method: 'POST', body },
    ...{ params: { id }, cookie: await sessionHeader(harness, user) },
  });
}
const statusOf = async (user: User, id: string, what: string) =>
  (await act(user, id, { act: what })).status;

async function read(user: User): Promise<FigureAlerts> {
  const cookie = await sessionHeader(harness, user);
  const answer = await send({ file: 'api/metrics/alerts/route.ts', method: 'GET', cookie });
  return figureAlertsSchema.parse(await answer.json());
}

const onRecord = () => harness.services.db<{ action: string; subjectId: string | null }[]>`
  select action, subject_id from audit_log where action like 'figure.%' order by id`;

it('says what is out of line in one line, with the address of its calls', async () => {
  await newAlert();
  const { open, closed, zone } = await read(harness.people.supervisor);
  expect({ zone, closed }).toEqual({ zone: 'UTC', closed: [] });
  expect(open).toMatchObject([
    {
      text: 'Handle time 8:30 (41 calls, 13:00–14:00), usual on Wednesdays then 5:10–6:20 (8 weeks)',
      href: '/calls/history?metric=handle-time&queuedFrom=2026-11-25T13%3A00%3A00.000Z&queuedTo=2026-11-25T14%3A00%3A00.000Z&queue=main',
      ...{ queue: { id: 'main', name: 'Main' }, owner: null, closed: null },
    },
  ]);
}, 30_000);

it('gives an alert one owner, whom all others see', async () => {
  const { supervisor, admin } = harness.people;
  const id = await newAlert();
  expect(await statusOf(supervisor, id, 'give-back')).toBe(204);
  expect(await statusOf(supervisor, id, 'take')).toBe(204);
  const { open } = await read(admin);
  expect(open[0]?.owner).toEqual({ userId: supervisor.id, name: supervisor.displayName });
  expect(await statusOf(supervisor, id, 'take')).toBe(204);
  const refused = await act(admin, id, { act: 'take' });
  expect(refused.status).toBe(409);
  expect((await errorOf(refused)).message).toBe(`${supervisor.displayName} sees to it already.`);
  expect(await statusOf(admin, id, 'new-normal')).toBe(409);
  expect(await statusOf(admin, id, 'give-back')).toBe(204);
  expect(await statusOf(admin, id, 'take')).toBe(204);
  expect((await onRecord()).map(({ action }) => action)).toEqual([
    ...['figure.alert-taken', 'figure.alert-given-back', 'figure.alert-taken'],
  ]);
}, 30_000);

it('gives an alert to one of two who take it at once', async () => {
  const { supervisor, admin } = harness.people;
  const id = await newAlert();
  const taking = [supervisor, admin, supervisor, admin].map((user) => statusOf(user, id, 'take'));
  expect((await Promise.all(taking)).sort()).toEqual([204, 204, 409, 409]);
});

it('closes what is the new normal and what is left out, and takes both back', async () => {
  const { supervisor } = harness.people;
  const { db } = harness.services;
  const [normal, leftOut] = [await newAlert(), await newAlert('', 'offered')];
  for (let time = 0; time < 2; time += 1) {
    expect(await statusOf(supervisor, normal, 'new-normal')).toBe(204);
    expect(await statusOf(supervisor, leftOut, 'leave-out')).toBe(204);
  }
  const { open, closed } = await read(supervisor);
  expect(open).toEqual([]);
  expect(closed.map((one) => one.closed?.how).sort()).toEqual(['left-out', 'new-normal']);
  expect(closed[0]?.closed?.by).toBe(supervisor.displayName);
  const kept = () => db`
    select (select count(*) from figure_exceptions) as exceptions,
      (select normal_since from figure_watches where metric = 'handle-time') as normal_since`;
  const oddSince = new Date('2026-11-25T12:55:00Z');
  expect(await kept()).toEqual([{ exceptions: 1, normalSince: oddSince }]);
  expect(await statusOf(supervisor, normal, 'take')).toBe(409);
  for (const id of [normal, leftOut]) expect(await statusOf(supervisor, id, 'undo')).toBe(204);
  expect(await kept()).toEqual([{ exceptions: 0, normalSince: null }]);
  expect(await statusOf(supervisor, normal, 'undo')).toBe(204);
  expect(await onRecord()).toEqual([
    { action: 'figure.normal-changed', subjectId: 'main' },
    { action: 'figure.hours-left-out', subjectId: null },
    { action: 'figure.alert-undone', subjectId: 'main' },
    { action: 'figure.alert-undone', subjectId: null },
  ]);
});

it('shows a supervisor with queues the alerts of these alone, and lets nobody else act', async () => {
  const { supervisor, admin, owner } = harness.people;
  const { db } = harness.services;
  await db`insert into queues (id, name, language) select 'other', 'Other', language from queues where id = 'main'`;
  await db`insert into queue_supervisors (user_id, queue_id) values (${supervisor.id}, 'other')`;
  const [ofMain, ofOther, ofAll] = [await newAlert(), await newAlert('other'), await newAlert('')];
  const idsOf = async (user: User) => (await read(user)).open.map(({ id }) => id).sort();
  expect(await idsOf(supervisor)).toEqual([ofOther]);
  expect(await idsOf(admin)).toEqual([ofMain, ofOther, ofAll].sort());
  expect(await statusOf(supervisor, ofMain, 'take')).toBe(404);
  expect(await statusOf(supervisor, ofAll, 'take')).toBe(404);
  expect(await statusOf(supervisor, ofOther, 'take')).toBe(204);
  expect(await statusOf(owner, ofOther, 'take')).toBe(403);
});

it('refuses what is no act and knows no alert that is not there', async () => {
  const { supervisor } = harness.people;
  const id = await newAlert();
  for (const body of [{}, { act: 'steal' }, { act: 'take', more: 1 }, []]) {
    expect((await act(supervisor, id, body)).status).toBe(400);
  }
  for (const unknown of [randomUUID(), 'x', "'; drop table figure_alerts --"]) {
    expect(await statusOf(supervisor, unknown, 'take')).toBe(404);
  }
});
