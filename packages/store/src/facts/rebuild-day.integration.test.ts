import type { CallId, UserId } from '@agent/protocol';
import { aCallId, aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { upsertUser } from '../accounts/users.ts';
import { rateCall } from '../calls/calls.ts';
import { migrate, rollback } from '../database/migrate.ts';
import { newSession } from '../test-support/sessions.ts';
import { newQueue, useStore } from '../test-support/store.ts';
import { checkDays } from './check-days.ts';
import { readFigureZone, setFigureZone } from './figure-zone.ts';
import { rebuildDay, rebuildDirtyDays } from './rebuild-day.ts';
import { rebuildFacts } from './rebuild-facts.ts';

const store = useStore();
const hour = 3_600_000;

/** A call that is over and was queued then; `agentId` null: nobody answered. */
async function pastCall(
  queuedAt: string,
  { agentId = null, queueId = 'main' }: { agentId?: UserId | null; queueId?: string } = {},
): Promise<CallId> {
  const id = aCallId();
  const status = agentId ? 'closed' : 'abandoned';
  const after = (seconds: number) =>
    store.db`${queuedAt}::timestamptz + ${seconds}::integer * interval '1 second'`;
  await store.db`
    insert into calls (id, status, queue_id, queue_name, target_seconds, customer_name, contact_kind,
      contact, transcribed, recorded, notice_version, queued_at, customer_identity, customer_seen_at,
      ended_at, answered_at, talk_ended_at, agent_id, agent_name, wrap_up_started_at, wrapped_up_at,
      closed_by, disposition, last_seq)
    select ${id}, ${status}, ${queueId}, 'Main', 20, 'Ann', 'email', 'ann@example.org', false, false, '1',
      ${queuedAt}, gen_random_uuid(), ${after(40)}, ${after(40)},
      case when ${status} = 'closed' then ${after(10)} end,
      case when ${status} = 'closed' then ${after(40)} end, ${agentId}::uuid,
      case when ${status} = 'closed' then 'Bo' end, case when ${status} = 'closed' then ${after(40)} end,
      case when ${status} = 'closed' then ${after(50)} end,
      case when ${status} = 'closed' then 'agent' end,
      case when ${status} = 'closed' then 'resolved' end, case ${status} when 'closed' then 4 else 2 end`;
  const log = agentId
    ? [
        ['call.queued', 0, { customerName: 'Ann', transcribed: false }],
        ['call.accepted', 10, { agentId, agentName: 'Bo' }],
        ['call.ended', 40, { reason: 'customer-hung-up' }],
        ['call.wrapped-up', 50, { disposition: 'resolved', notes: '', wrapUpMs: 10_000 }],
      ]
    : [
        ['call.queued', 0, { customerName: 'Ann', transcribed: false }],
        ['call.abandoned', 40, { reason: 'customer-left', waitedMs: 40_000 }],
      ];
  for (const [index, [type, seconds, data]] of log.entries()) {
    await store.db`
      insert into call_events (call_id, seq, event_id, at, actor, type, audience, data)
      values (${id}, ${index + 1}, gen_random_uuid(), ${after(Number(seconds))}, 'system', ${type},
        'staff', ${JSON.stringify(data)}::jsonb)`;
  }
  return id;
}

async function agent(): Promise<UserId> {
  const id = aUserId();
  const name = id.slice(0, 8);
  await upsertUser(store.db, {
    ...{ id, username: name, displayName: name, role: 'agent', passwordHash: 'none' },
  });
  return id;
}

async function interval(agentId: UserId, status: string, from: string, to: string | null) {
  await store.db`
    insert into agent_intervals (agent_id, status, started_at, ended_at)
    values (${agentId}, ${status}, ${from}, ${to})`;
}

async function timeOf(agentId: UserId): Promise<Record<string, number>> {
  const rows = await store.db<{ key: string; ms: number }[]>`
    select local_day::text || ' ' || status as key, ms from agent_days where agent_id = ${agentId}`;
  return Object.fromEntries(rows.map(({ key, ms }) => [key, ms]));
}

const sums = (what = 'offered') => store.db<{ day: string; sum: number }[]>`
  select local_day::text as day, sum(${store.db.raw(what)})::bigint as sum from metric_days
  group by local_day order by local_day`;

const marked = async () => {
  const rows = await store.db<{ day: string }[]>`
    select distinct local_day::text as day from dirty_days
    where local_day < current_date - 1 order by day`;
  return rows.map(({ day }) => day);
};

async function everything(): Promise<string[]> {
  await rebuildFacts(store.db);
  return rebuildDirtyDays(store.db, { most: 400 });
}

test('calls count in the day on which they began to wait, in the zone of the figures', async () => {
  for (const at of ['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59.999Z']) {
    await pastCall(at, { agentId: await agent() });
  }
  await pastCall('2026-03-29T22:00:00Z');
  await everything();
  expect(await sums()).toMatchObject([
    { day: '2026-03-28', sum: 2 },
    { day: '2026-03-29', sum: 2 },
  ]);
  // A day of 23 hours: the clocks went forward.
  expect(await setFigureZone(store.db, 'Europe/Berlin')).toBe(true);
  expect(await marked()).toEqual(
    expect.arrayContaining(['2026-03-28', '2026-03-29', '2026-03-30']),
  );
  await everything();
  expect(await sums()).toEqual([
    { day: '2026-03-28', sum: 1 },
    { day: '2026-03-29', sum: 2 },
    { day: '2026-03-30', sum: 1 },
  ]);
  const local = await store.db`
    select local_hour, local_weekday from call_facts order by queued_at`;
  expect(local).toEqual([
    { localHour: 23, localWeekday: 6 },
    { localHour: 0, localWeekday: 7 },
    { localHour: 23, localWeekday: 7 },
    { localHour: 0, localWeekday: 1 },
  ]);
  expect(await checkDays(store.db)).toEqual([]);
});

test('a zone may be three quarters of an hour off, and one that is none changes nothing', async () => {
  await pastCall('2026-06-01T18:14:59Z');
  await pastCall('2026-06-01T18:15:00Z');
  await setFigureZone(store.db, 'Asia/Kathmandu');
  await everything();
  expect(await sums()).toEqual([
    { day: '2026-06-01', sum: 1 },
    { day: '2026-06-02', sum: 1 },
  ]);
  expect(await setFigureZone(store.db, 'Asia/Kathmandu')).toBe(false);
  await expect(setFigureZone(store.db, 'Europe/Atlantis')).rejects.toMatchObject({ code: '22023' });
  expect(await readFigureZone(store.db)).toEqual({ zone: 'Asia/Kathmandu', settled: true });
});

test('a change of zone that was broken off goes on, and nothing is summed until then', async () => {
  await pastCall('2026-06-01T18:15:00Z');
  await rebuildFacts(store.db);
  await store.db`update figure_zone set zone = 'Asia/Kathmandu', settled = false`;
  expect(await rebuildDirtyDays(store.db)).toEqual([]);
  expect(await checkDays(store.db)).toEqual([]);
  expect(await setFigureZone(store.db, 'Asia/Kathmandu')).toBe(true);
  await everything();
  expect(await sums()).toEqual([{ day: '2026-06-02', sum: 1 }]);
});

test('agents’ time is cut at midnight, and a day has as many hours as its clock', async () => {
  await setFigureZone(store.db, 'Europe/Berlin');
  const agentId = await agent();
  await interval(agentId, 'available', '2026-03-28T22:00:00Z', '2026-03-30T01:00:00Z');
  await interval(agentId, 'offline', '2026-03-30T01:00:00Z', '2026-10-24T20:00:00Z');
  await interval(agentId, 'break', '2026-10-24T20:00:00Z', '2026-10-26T23:30:00Z');
  await everything();
  expect(await timeOf(agentId)).toEqual({
    ...{ '2026-03-28 available': hour, '2026-03-29 available': 23 * hour },
    ...{ '2026-03-30 available': 3 * hour, '2026-10-24 break': 2 * hour },
    ...{ '2026-10-25 break': 25 * hour, '2026-10-26 break': 24 * hour },
    '2026-10-27 break': 0.5 * hour,
  });
  expect(await checkDays(store.db)).toEqual([]);
});

test('time that goes on over midnight belongs to both days, and its end marks them', async () => {
  const agentId = await agent();
  await store.db`
    insert into agent_intervals (agent_id, status, started_at)
    values (${agentId}, 'on-call', current_date - interval '2 days 1 hour')`;
  await everything();
  expect(Object.values(await timeOf(agentId)).toSorted((a, b) => a - b)).toEqual([
    ...[hour, 24 * hour, 24 * hour],
  ]);
  await store.db`
    update agent_intervals set ended_at = current_date - interval '2 days 30 minutes'
    where agent_id = ${agentId}`;
  await everything();
  expect(Object.values(await timeOf(agentId))).toEqual([hour / 2]);
  expect(await checkDays(store.db)).toEqual([]);
});

test('a rating that comes late marks its day, and the sums are right again', async () => {
  const { callId } = await newSession(store.db);
  await store.db`
    update calls set queued_at = queued_at - interval '3 days' where id = ${callId}`;
  await rebuildFacts(store.db, { among: 'all' });
  await rebuildDirtyDays(store.db);
  expect(await marked()).toEqual([]);
  expect(await sums('ratings')).toMatchObject([{ sum: 0 }]);
  await rateCall(store.db, callId, { score: 4, comment: '' });
  expect(await marked()).toHaveLength(1);
  expect(await rebuildDirtyDays(store.db)).toHaveLength(1);
  expect(await sums('ratings')).toMatchObject([{ sum: 4 }]);
  expect(await marked()).toEqual([]);
});

test('the sums of agents and days are those of all calls, to the last one', async () => {
  const queueId = await newQueue(store.db, 'returns');
  await store.db`
    insert into queue_outcomes (queue_id, id, label, resolves, place)
    values (${queueId}, 'resolved', 'Done', true, 0)`;
  const agents = [await agent(), await agent(), null];
  for (let n = 0; n < 40; n++) {
    await pastCall(new Date(Date.parse('2026-05-01T00:00:00Z') + n * 5.5 * hour).toISOString(), {
      agentId: agents[n % 3] ?? null,
      queueId: n % 2 ? 'main' : queueId,
    });
  }
  await everything();
  const of = ['offered', 'answered', 'abandoned', 'answer_ms', 'handle_ms', 'targeted', 'resolved'];
  const columns = of.map((name) => `sum(${name})::bigint as ${name}`).join(', ');
  const [all] = await store.db`select ${store.db.raw(columns)} from metric_days`;
  expect(all).toEqual({
    ...{ offered: 40, answered: 27, abandoned: 13, answerMs: 270_000, handleMs: 27 * 40_000 },
    ...{ targeted: 40, resolved: 27 },
  });
  for (const by of ['local_day', 'agent_id', 'queue_id', 'filed_as']) {
    const parts = await store.db<Record<string, number>[]>`
      select ${store.db.raw(columns)} from metric_days group by ${store.db.raw(by)}`;
    expect(parts.length).toBeGreaterThan(1);
    for (const [name, sum] of Object.entries(all ?? {})) {
      expect(parts.reduce((total, part) => total + (part[name] ?? 0), 0)).toBe(sum);
    }
  }
});

test('sums that differ from their calls are found, marked, and made anew', async () => {
  const agentId = await agent();
  await pastCall('2026-05-01T10:00:00Z', { agentId });
  await pastCall('2026-05-02T10:00:00Z', { agentId });
  await interval(agentId, 'available', '2026-06-20T08:00:00Z', '2026-06-20T09:00:00Z');
  await everything();
  expect(await checkDays(store.db)).toEqual([]);
  await store.db`update metric_days set handle_ms = handle_ms + 1 where local_day = '2026-05-02'`;
  await store.db`update agent_days set ms = ms + 1`;
  await store.db`update metric_hours set offered = 2 where local_day = '2026-05-01'`;
  expect(await checkDays(store.db)).toEqual(['2026-05-01', '2026-05-02', '2026-06-20']);
  expect(await checkDays(store.db)).toEqual([]);
  await rebuildDirtyDays(store.db);
  expect(await checkDays(store.db)).toEqual([]);
  expect(await sums('handle_ms')).toMatchObject([{ sum: 40_000 }, { sum: 40_000 }]);
});

test('a day whose calls are gone has no sums any more', async () => {
  const callId = await pastCall('2026-05-01T10:00:00Z');
  await everything();
  await store.db`delete from call_facts where call_id = ${callId}`;
  expect(await rebuildDirtyDays(store.db)).toEqual(['2026-05-01']);
  expect(await sums()).toEqual([]);
});

test('a mark that comes while a day is made stays, and the next round sees what it is for', async () => {
  await pastCall('2026-05-01T10:00:00Z');
  await everything();
  let go = () => {};
  const waiting = new Promise<void>((resolve) => {
    go = resolve;
  });
  const late = store.db.begin(async (tx) => {
    await tx`update call_facts set rating = 5`;
    await waiting;
  });
  await rebuildDay(store.db, '2026-05-01');
  go();
  await late;
  expect(await marked()).toEqual(['2026-05-01']);
  await rebuildDirtyDays(store.db);
  expect(await sums('rated')).toMatchObject([{ sum: 1 }]);
});

test('a day that goes on is marked once however much happens, and keeps its mark', async () => {
  await newSession(store.db);
  await newSession(store.db);
  const marks = () => store.db`select 1 from dirty_days where local_day >= current_date`;
  expect(await marks()).toHaveLength(1);
  const [today] = await store.db<{ day: string }[]>`select current_date::text as day`;
  await rebuildDay(store.db, today?.day ?? '');
  expect(await marks()).toHaveLength(1);
  expect(await rebuildDirtyDays(store.db)).toEqual([]);
  expect(await sums()).toMatchObject([{ sum: 2 }]);
});

test('however many make a day at once, it is made right', async () => {
  for (let n = 0; n < 5; n++) await pastCall('2026-05-01T10:00:00Z');
  await rebuildFacts(store.db);
  await Promise.all(Array.from({ length: 6 }, () => rebuildDirtyDays(store.db)));
  expect(await sums()).toEqual([{ day: '2026-05-01', sum: 5 }]);
});

test('the figures go with their migration, and come again from the logs', async () => {
  const agentId = await agent();
  await pastCall('2026-05-01T10:00:00Z', { agentId });
  await interval(agentId, 'available', '2026-05-01T08:00:00Z', '2026-05-01T09:00:00Z');
  await everything();
  const tables = () => store.db`
    select table_name from information_schema.tables
    where table_name in ('call_facts', 'call_card_facts', 'metric_days', 'agent_days', 'dirty_days', 'figure_zone')`;
  expect(await tables()).toHaveLength(6);
  const before = await store.db`select * from metric_days`;
  while ((await tables()).length > 0) await rollback(store.url);
  await interval(agentId, 'break', '2026-05-01T09:00:00Z', '2026-05-01T10:00:00Z');
  await store.db`
    insert into settings (key, value) values ('reportZone', '"Europe/Atlantis"'), ('reportZone', '"Asia/Tokyo"')`;
  await migrate(store.url);
  expect(await readFigureZone(store.db)).toEqual({ zone: 'Asia/Tokyo', settled: true });
  expect(await marked()).toEqual(['2026-05-01']);
  await setFigureZone(store.db, 'UTC');
  await everything();
  expect(await store.db`select * from metric_days`).toEqual(before);
  expect(await timeOf(agentId)).toEqual({
    ...{ '2026-05-01 available': hour, '2026-05-01 break': hour },
  });
});
