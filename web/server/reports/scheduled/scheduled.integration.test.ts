import { type NewReportSchedule, type Reports, reportKinds, reportsSchema } from '@agent/protocol';
import { findDueReports, forgetOldReports } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../../test-support/calls-in-state.ts';
import { type Harness, type People, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';
import { readCsv } from '../test-support/read-csv.ts';
import { makeScheduledReport } from './make-scheduled-report.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  const { db } = harness.services;
  await db`update figure_zone set zone = 'Europe/Berlin', settled = true`;
  harness.clock.now = new Date();
});
afterAll(() => harness.close());

type Who = keyof People;
const usual: NewReportSchedule = {
  ...{ name: '=Calls of a day', kind: 'calls.csv', every: 'day', weekday: 1, hour: 7, filter: {} },
};

async function ask(
  who: Who,
  file: string,
  method = 'GET',
  { body, id = '' }: { body?: unknown; id?: string } = {},
) {
  const cookie = await sessionHeader(harness, harness.people[who]);
  return send({ file: `api/reports/${file}route.ts`, method, cookie, body, params: { id } });
}
async function scheduled(who: Who, part: Partial<NewReportSchedule> = {}): Promise<string> {
  const answer = await ask(who, 'schedules/', 'POST', { body: { ...usual, ...part } });
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  // As if it had been wanted for long.
  await harness.services.db`update report_schedules set since = '2026-01-01' where id = ${id}`;
  return id;
}
const listed = async (who: Who): Promise<Reports> =>
  reportsSchema.parse(await (await ask(who, '')).json());
const due = (at: string) => findDueReports(harness.services.db, new Date(at));
const record = () => harness.services.db<{ action: string; actorName: string; data: object }[]>`
  select action, actor_name, data from audit_log where action like 'report.%' order by id`;

describe('a report that is made regularly', () => {
  it('is due by the clock of the reporting zone, also where that is changed, and made up for a week', async () => {
    const id = await scheduled('supervisor');
    const days = async (at: string) => (await due(at)).map(({ dueDay }) => dueDay);
    expect((await days('2026-11-30T05:59:00Z')).at(-1)).toBe('2026-11-29');
    expect((await days('2026-11-30T06:00:00Z')).at(-1)).toBe('2026-11-30');
    // Summer time.
    expect((await days('2026-07-01T05:00:00Z')).at(-1)).toBe('2026-07-01');
    expect(await days('2026-11-30T06:00:00Z')).toHaveLength(7);
    const weekly = { ...usual, every: 'week' };
    expect((await ask('supervisor', 'schedules/[id]/', 'PUT', { id, body: weekly })).status).toBe(
      204,
    );
    // What was due before somebody wanted it so is not made.
    expect(await days(new Date().toISOString())).toEqual([]);
    await harness.services.db`update report_schedules set since = '2026-01-01'`;
    expect(await days('2026-12-02T12:00:00Z')).toEqual(['2026-11-30']);
  });

  it('is made once, with one entry in the audit log, whoever makes it and however often', async () => {
    const { services } = harness;
    const scheduleId = await scheduled('supervisor');
    const { dueDay } = (await due(new Date().toISOString())).at(-1) ?? { dueDay: '' };
    const one = { scheduleId, dueDay };
    await Promise.all([makeScheduledReport(services, one), makeScheduledReport(services, one)]);
    await makeScheduledReport(services, one);
    expect((await listed('supervisor')).files).toHaveLength(1);
    expect((await record()).filter(({ action }) => action === 'report.made')).toEqual([
      {
        ...{ action: 'report.made', actorName: harness.people.supervisor.displayName },
        data: expect.objectContaining({ kind: 'calls.csv', rows: 0, scheduled: '=Calls of a day' }),
      },
    ]);
    expect(await due(new Date().toISOString())).not.toContainEqual(one);
  });

  it('that was broken off half-way is made after all; what went wrong is told until then', async () => {
    const { services } = harness;
    const scheduleId = await scheduled('supervisor', { kind: 'dashboard.pdf' });
    const one = { scheduleId, dueDay: '2026-11-30' };
    const leaving = new AbortController();
    const broken = makeScheduledReport(services, one, leaving.signal);
    leaving.abort();
    await expect(broken).rejects.toMatchObject({ name: 'AbortError' });
    expect((await listed('supervisor')).files).toMatchObject([
      { state: 'failed', failure: 'Something went wrong on our side. It is tried again.' },
    ]);
    await makeScheduledReport(services, one);
    expect((await listed('supervisor')).files).toMatchObject([
      { state: 'made', failure: null, from: '2026-11-29', to: '2026-11-29', isNew: true },
    ]);
  }, 60_000);

  it.each(reportKinds)(
    'comes as %s',
    async (kind) => {
      const scheduleId = await scheduled('admin', { kind, every: 'week' });
      await makeScheduledReport(harness.services, { scheduleId, dueDay: '2026-11-30' });
      const { files, schedules } = await listed('admin');
      expect(files).toMatchObject([{ state: 'made', kind, from: '2026-11-23', to: '2026-11-29' }]);
      expect(schedules).toMatchObject([{ files: 1, isOn: true }]);
      const answer = await ask('admin', 'files/[id]/', 'GET', { id: files[0]?.id ?? '' });
      expect(answer.status).toBe(200);
      expect((await answer.arrayBuffer()).byteLength).toBe(files[0]?.bytes);
      const fetched = (await record()).filter(({ action }) => action === 'report.downloaded');
      expect(fetched).toMatchObject([{ data: { kind, from: '2026-11-23', to: '2026-11-29' } }]);
    },
    60_000,
  );

  it('has the calls of the queues that its owner looks after when it is made', async () => {
    const { services, people } = harness;
    const { db } = services;
    await callInState(harness, 'closed');
    const scheduleId = await scheduled('supervisor');
    const [day] = await db<{ day: string }[]>`select (local_day + 1)::text as day from call_facts`;
    const first = { scheduleId, dueDay: day?.day ?? '' };
    await makeScheduledReport(services, first);
    await db`insert into queues (id, name) values ('orders', 'Orders')`;
    await db`insert into queue_supervisors (queue_id, user_id) values ('orders', ${people.supervisor.id})`;
    await db`delete from report_files where due_day = ${first.dueDay}::date and rows = 1`;
    await makeScheduledReport(services, first);
    const { files } = await listed('supervisor');
    expect(files).toMatchObject([{ rows: 0 }]);
    const answer = await ask('supervisor', 'files/[id]/', 'GET', { id: files[0]?.id ?? '' });
    expect(readCsv(await answer.text())).toEqual([]);
  });

  it('is new until its reader looks', async () => {
    const scheduleId = await scheduled('supervisor', { kind: 'figures.csv' });
    await makeScheduledReport(harness.services, { scheduleId, dueDay: '2026-11-30' });
    expect((await listed('supervisor')).files).toMatchObject([{ isNew: true }]);
    expect((await ask('supervisor', 'look/', 'POST')).status).toBe(204);
    expect((await listed('supervisor')).files).toMatchObject([{ isNew: false }]);
    expect((await listed('admin')).files).toMatchObject([{ isNew: true }]);
  });

  it('is its owner’s and admins’: nobody else sees, changes, removes or fetches it', async () => {
    const id = await scheduled('admin', { kind: 'figures.csv' });
    await makeScheduledReport(harness.services, { scheduleId: id, dueDay: '2026-11-30' });
    const [file] = (await listed('admin')).files;
    expect(await listed('supervisor')).toMatchObject({ schedules: [], files: [] });
    const change = await ask('supervisor', 'schedules/[id]/', 'PUT', { id, body: usual });
    expect([change.status, (await errorOf(change)).code]).toEqual([404, 'not-found']);
    expect((await ask('supervisor', 'files/[id]/', 'GET', { id: file?.id ?? '' })).status).toBe(
      404,
    );
    await ask('supervisor', 'schedules/[id]/', 'DELETE', { id });
    expect((await listed('admin')).schedules).toHaveLength(1);
    await ask('admin', 'schedules/[id]/', 'DELETE', { id });
    await ask('admin', 'schedules/[id]/', 'DELETE', { id });
    expect(await listed('admin')).toMatchObject({ schedules: [], files: [] });
    const acts = (await record()).map(({ action }) => action);
    expect(acts.filter((act) => act === 'report.schedule-removed')).toHaveLength(1);
  });

  it('is forgotten after a month, and when there are many newer ones', async () => {
    const { db } = harness.services;
    const id = await scheduled('admin');
    const old = (n: number, ago: string) => db`
      insert into report_files (schedule_id, due_day, name, kind, first_day, last_day, state, failure, at)
      select ${id}::uuid, date '2026-01-01' + d, 'x', 'calls.csv', '2026-01-01', '2026-01-01', 'failed', 'x',
        clock_timestamp() - ${ago}::interval from generate_series(${n}::integer, ${n}::integer + 33) d`;
    await old(0, '31 days');
    await old(40, '1 day');
    expect(await forgetOldReports(db, 500)).toBe(37);
    expect((await listed('admin')).files).toHaveLength(31);
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ kind: 'calls.doc' }, 'kind'],
    [{ hour: 24 }, 'hour'],
    [{ weekday: 0 }, 'weekday'],
    [{ filter: { queue: 'a queue' } }, 'filter.queue'],
  ])('%j is refused, by name', async (part, field) => {
    const answer = await ask('supervisor', 'schedules/', 'POST', { body: { ...usual, ...part } });
    expect(answer.status).toBe(400);
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toContain(field);
  });

  // The last one: whoever was disabled has to sign in again.
  it('is not made while its owner may not sign in, and says so', async () => {
    const { services, people } = harness;
    const scheduleId = await scheduled('supervisor');
    await services.db`update users set disabled = true where id = ${people.supervisor.id}`;
    expect(await due('2026-11-30T12:00:00Z')).toEqual([]);
    await makeScheduledReport(services, { scheduleId, dueDay: '2026-11-30' });
    expect(await listed('admin')).toMatchObject({
      schedules: [{ isOn: false, nextAt: null, owner: { userId: people.supervisor.id } }],
      files: [],
    });
  });
});
