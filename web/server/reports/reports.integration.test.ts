import { evaluate, type Metric, metrics, sumFacts } from '@agent/calls';
import { type Metrics, metricsSchema } from '@agent/protocol';
import { beginSampleData, eraseCall, fillSampleData } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, type People, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { makeCallsXlsx, mostInWorkbook } from './calls-xlsx.ts';
import { dashboardPaper } from './dashboard-paper-of.ts';
import type { OpenCalls } from './open-calls.ts';
import { factsOfRow } from './test-support/facts-of-row.ts';
import { readCsv } from './test-support/read-csv.ts';
import { unzip } from './test-support/unzip.ts';
import { wholeFile } from './whole-file.ts';
import { withPlace, workerPlaces } from './worker-places.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  const { db } = harness.services;
  await db`insert into queues (id, name) values ('orders', '=cmd|''/c calc''!A1')`;
  await beginSampleData(db, { days: 10, callsPerDay: 40, seed: 3, addedBy: 'script' });
  await fillSampleData(db);
  // Names that are formulas, of those who had calls; and calls that wait, go on, and were erased.
  await db`update users set display_name = '@SUM(1+1), "Al"' where is_sample and id = (
    select agent_id from call_facts where agent_id is not null order by call_id limit 1)`;
  const { id } = await callInState(harness, 'closed');
  const by = { userId: harness.people.admin.id, displayName: 'Admin' };
  expect(await eraseCall(db, id, { reason: 'asked for', by })).toBe('erased');
  await callInState(harness, 'active');
  await callInState(harness, 'queued');
  harness.clock.now = new Date();
}, 240_000);
beforeEach(() => harness.services.db`delete from rate_limits`);
afterAll(() => harness.close());

/** Sums of days round scores, which are added in another order each time. */
const placesOf = ({ unit }: Metric) => (unit === 'score' ? 5 : 9);

const files = ['calls.csv', 'figures.csv', 'calls.xlsx', 'dashboard.pdf'];

type Who = keyof People;
type Query = Record<string, string>;

async function ask(who: Who, file: string, query: Query = {}, method = 'GET') {
  const cookie = await sessionHeader(harness, harness.people[who]);
  const text = `?${new URLSearchParams(query)}`;
  return send({ file: `api/${file}/route.ts`, method, cookie, query: text });
}

const calls = async (who: Who, query: Query = {}) => {
  const answer = await ask(who, 'reports/calls.csv', query);
  expect(answer.status).toBe(200);
  return readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()));
};
const lines = async (who: Who, query: Query = {}) =>
  readCsv(await (await ask(who, 'reports/figures.csv', query)).text());
const figures = async (who: Who, query: Query = {}): Promise<Metrics> =>
  metricsSchema.parse(await (await ask(who, 'metrics', query)).json());
const exporting = () => harness.services.db<{ state: string }[]>`
  select state from pg_stat_activity where application_name = 'agent-exports' and state <> 'idle'`;

/** Agents' time is in no call: it comes from the other file. */
function timeOf(line: Record<string, string> | undefined) {
  const ms = (name: string) => Number(line?.[`time_${name}_ms`]);
  return {
    ...{ available: ms('available'), offered: ms('offered'), break: ms('break') },
    ...{ 'on-call': ms('on_call'), 'wrap-up': ms('wrap_up') },
  };
}

describe('an export', () => {
  const filters: Query[] = [
    ...[{ period: '7-days' }, { period: 'today' }, { period: 'yesterday' }, { period: '28-days' }],
    ...[
      { period: '7-days', queue: 'orders' },
      { period: '7-days', outcome: 'resolved' },
    ],
    { period: '7-days', outcome: 'abandoned' },
  ];

  it.each(filters)('of %j gives each tile’s number when it is worked out again', async (query) => {
    const tiles = await figures('admin', query);
    const rows = await calls('admin', query);
    const sums = sumFacts(rows.map(factsOfRow));
    const [line] = await lines('admin', query);
    const time = query.outcome ? null : timeOf(line);
    expect(rows).toHaveLength(tiles.metrics[0]?.n ?? -1);
    for (const metric of metrics) {
      const tile = tiles.metrics.find(({ id }) => id === metric.id);
      const again = evaluate(metric, { ...sums, time }, query as object);
      if (metric.parts.over === 'time' && tile?.why === 'not-recorded') continue;
      expect(again.why, metric.id).toBe(tile?.why);
      expect(again.n, metric.id).toBe(tile?.n);
      if (tile?.value === null || tile === undefined) expect(again.value, metric.id).toBeNull();
      else expect(again.value, metric.id).toBeCloseTo(tile.value, placesOf(metric));
      const { id, unit } = metric;
      const cell = line?.[`${id.replaceAll('-', '_')}${unit === 'ms' ? '_ms' : ''}`];
      if (tile?.value === null) expect(cell, id).toBe('');
      else expect(Number(cell), id).toBeCloseTo(tile?.value ?? Number.NaN, placesOf(metric));
    }
  });

  it('of one agent gives the tiles of that agent', async () => {
    const [row] = await harness.services.db<{ agentId: string }[]>`
      select agent_id from call_facts where agent_id is not null group by 1 order by count(*) desc limit 1`;
    const query = { period: '28-days', agent: row?.agentId ?? '' };
    const tiles = await figures('admin', query);
    const [line] = await lines('admin', query);
    const sums = { ...sumFacts((await calls('admin', query)).map(factsOfRow)), time: timeOf(line) };
    for (const metric of metrics) {
      const tile = tiles.metrics.find(({ id }) => id === metric.id);
      const { value } = evaluate(metric, sums, { agent: query.agent } as object);
      if (tile?.value === null) expect(value, metric.id).toBeNull();
      else expect(value, metric.id).toBeCloseTo(tile?.value ?? Number.NaN, placesOf(metric));
    }
  });

  it('by day adds up to the whole, agents’ time as well', async () => {
    const [whole] = await lines('admin', { period: '7-days' });
    const days = await lines('admin', { period: '7-days', by: 'day' });
    expect(days.map(({ by }) => by)).toEqual(Array.from({ length: 7 }, () => 'day'));
    for (const name of [
      'sum_offered',
      'sum_handle_ms',
      'sum_suggestions_used',
      'time_on_call_ms',
    ]) {
      const total = days.reduce((sum, day) => sum + Number(day[name]), 0);
      expect(total, name).toBe(Number(whole?.[name]));
    }
  });

  it('has exactly the calls behind a figure', async () => {
    const query = { period: '7-days' };
    for (const { id, n } of (await figures('admin', query)).metrics) {
      const answer = await ask('admin', 'reports/calls.csv', { ...query, metric: id });
      if (id === 'occupancy' || id === 'utilisation') {
        expect([answer.status, Object.keys((await errorOf(answer)).fields ?? {})]).toEqual([
          ...[400, ['metric']],
        ]);
        continue;
      }
      const rows = readCsv(await answer.text());
      // Of offers and suggestions there are several in a call.
      if (id === 'offers-not-taken' || id === 'suggestions-used')
        expect(rows.length).toBeLessThanOrEqual(n);
      else expect(rows.length, id).toBe(n);
    }
  });

  it('is CSV for spreadsheets: marked as UTF-8, lines end as RFC 4180 has it, no cell a formula', async () => {
    const answer = await ask('admin', 'reports/calls.csv', { period: '28-days' });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="calls-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.startsWith('call_id,queue_id,queue,agent_id,agent,queued_at,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain(`"'@SUM(1+1), ""Al"""`);
    for (const row of readCsv(text)) {
      expect(row.queued_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
      for (const cell of [row.queue, row.agent]) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      if (Number(row.sentiment_sum) < 0) expect(row.sentiment_sum).toMatch(/^-/);
    }
    const byQueue = await (
      await ask('admin', 'reports/figures.csv', { period: '28-days', by: 'queue' })
    ).text();
    expect(byQueue).toContain(`'=cmd|`);
  });

  it('of nothing is its head', async () => {
    expect(await calls('admin', { from: '2020-01-01', to: '2020-01-02' })).toEqual([]);
    const answer = await ask('admin', 'reports/calls.csv', {
      from: '2020-01-01',
      to: '2020-01-02',
    });
    expect(await answer.text()).toMatch(/^call_id,/);
  });

  it.each([
    [{ from: '2026-11-30', to: '2026-11-01' }, 'to'],
    [{ from: '2016-11-30', to: '2026-11-30' }, 'to'],
    [{ metric: 'happiness' }, 'metric'],
    [{ queue: 'a queue; drop table' }, 'queue'],
  ])('%j is refused, by name', async (query, field) => {
    for (const file of files) {
      if (field === 'metric' && !file.startsWith('calls')) continue;
      const answer = await ask('admin', `reports/${file}`, query as unknown as Query);
      expect([file, answer.status]).toEqual([file, 400]);
      expect(Object.keys((await errorOf(answer)).fields ?? {})).toContain(field);
    }
  });

  it('is for agents of their own calls alone, for supervisors with queues of these', async () => {
    const { id: agent } = harness.people.owner;
    const { db } = harness.services;
    const own = await calls('owner', { period: '28-days' });
    expect(own.length).toBeGreaterThan(0);
    for (const row of own) expect(row.agent_id).toBe(agent);
    for (const file of files) {
      const spying = await ask('otherAgent', `reports/${file}`, { agent });
      expect([file, spying.status]).toEqual([file, 403]);
    }
    await db`insert into queue_supervisors (queue_id, user_id) values ('orders', ${harness.people.supervisor.id})`;
    const seen = await calls('supervisor', { period: '28-days' });
    for (const row of seen) expect(row.queue_id).toBe('orders');
    expect(await calls('supervisor', { period: '28-days', queue: 'main' })).toEqual([]);
    await db`delete from queue_supervisors`;
  });

  it('is on record with its kind, filter and number of calls; looking for its size is not', async () => {
    const { db } = harness.services;
    await db`alter table audit_log disable trigger user`;
    await db`delete from audit_log`;
    await db`alter table audit_log enable trigger user`;
    expect((await ask('admin', 'reports/calls.csv', {}, 'HEAD')).status).toBe(200);
    expect((await ask('admin', 'reports/figures.csv', {}, 'HEAD')).status).toBe(200);
    const rows = await calls('admin', { period: '7-days', queue: 'main' });
    await lines('admin', { by: 'day', period: '7-days' });
    const acts = await db`select actor_name, action, data from audit_log order by id`;
    const act = { actorName: harness.people.admin.displayName, action: 'report.made' };
    expect(acts).toEqual([
      { ...act, data: { kind: 'calls.csv', period: '7-days', queue: 'main', rows: rows.length } },
      { ...act, data: { kind: 'figures.csv', period: '7-days', by: 'day', rows: 7 } },
    ]);
    expect(await exporting()).toEqual([]);
  });

  it('that somebody leaves gives its connection back, whether it was begun to be read or not', async () => {
    for (const hasRead of [true, false]) {
      const answer = await ask('admin', 'reports/calls.csv', { period: '28-days' });
      const reader = answer.body?.getReader();
      if (hasRead) await reader?.read();
      await reader?.cancel();
    }
    await expect.poll(exporting).toEqual([]);
  });
});

describe('a workbook', () => {
  const asked = { period: '28-days' };

  it('has the same calls as CSV, in cells of their kind, under a head that stays', async () => {
    const rows = await calls('admin', asked);
    const answer = await ask('admin', 'reports/calls.xlsx', asked);
    expect(answer.headers.get('content-disposition')).toMatch(/filename="calls-.+\.xlsx"$/);
    const parts = unzip(new Uint8Array(await answer.arrayBuffer()));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<row /g)).toHaveLength(rows.length + 1);
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toMatch(/<c [^>]*t="b"[^>]*><v>[01]<\/v>/);
    expect(sheet).not.toContain('<f>');
    const strings = parts.get('xl/sharedStrings.xml') ?? sheet;
    expect(strings).toContain('=cmd|');
    expect(strings).toContain('@SUM(1+1)');
    const [record] = await harness.services.db`
      select data from audit_log where data ->> 'kind' = 'calls.xlsx' order by id desc limit 1`;
    expect(record).toMatchObject({ data: { rows: rows.length, period: '28-days' } });
    await expect.poll(exporting).toEqual([]);
  }, 60_000);

  it('is of so many calls at most, and says how many there are, and what to do', () => {
    const calls = { count: mostInWorkbook + 14_112 } as OpenCalls['calls'];
    const asked = {} as OpenCalls['asked'];
    const made = makeCallsXlsx(harness.services, { calls, asked }, new AbortController().signal);
    return expect(made).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(/34,112 calls; a workbook holds 20,000.*CSV/s),
    });
  });
});

describe('a document', () => {
  it('is tagged, has its title and fonts of its own, and is on record', async () => {
    const { db } = harness.services;
    await db`update queues set name = '東京 😀 Ελλάδα' where id = 'orders'`;
    const answer = await ask('admin', 'reports/dashboard.pdf', {
      period: '7-days',
      queue: 'orders',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const text = new TextDecoder('latin1').decode(await answer.arrayBuffer());
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    for (const part of ['/StructTreeRoot', '/Marked true', '/Lang (en)', '/DisplayDocTitle true']) {
      expect(text).toContain(part);
    }
    for (const type of ['/S /H1', '/S /Table', '/S /TH', '/S /TD', '/S /Figure', '/Alt']) {
      expect(text, type).toContain(type);
    }
    expect(text).toContain('NotoSans');
    expect(text).not.toContain('Helvetica');
    const [record] = await db`
      select data from audit_log where data ->> 'kind' = 'dashboard.pdf' order by id desc limit 1`;
    expect(record).toEqual({ data: { kind: 'dashboard.pdf', period: '7-days', queue: 'orders' } });
  }, 60_000);

  it('is given up with whoever asked, and its thread with it', async () => {
    const { paper } = await dashboardPaper(harness.services, { filter: {}, queues: [] }, {});
    const leaving = new AbortController();
    const made = wholeFile({ kind: 'dashboard.pdf', paper }, leaving.signal);
    leaving.abort();
    await expect(made).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is refused when many are made and wait already', async () => {
    const over = Promise.withResolvers<void>();
    const { atOnce, waiting } = workerPlaces;
    const all = Array.from({ length: atOnce + waiting }, () => withPlace(() => over.promise));
    await Promise.resolve();
    const answer = await ask('admin', 'reports/dashboard.pdf');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    over.resolve();
    await Promise.all(all);
  });
});
