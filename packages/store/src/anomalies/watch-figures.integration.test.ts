import { beforeEach, describe, expect, it } from 'vitest';
import { addFacts } from '../test-support/even-calls.ts';
import { newAgent, newQueue, useStore } from '../test-support/store.ts';
import { readFigureAlerts } from './figure-alert-row.ts';
import { forgetOldAlerts } from './forget-old-alerts.ts';
import { readLearningFigures } from './learning.ts';
import { readCallStretches } from './read-call-stretches.ts';
import { closeAllAlerts, watchAnew, watchFigures } from './watch-figures.ts';

const store = useStore();
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A Wednesday. */
const now = new Date('2026-11-25T13:00:00Z');
const before = (ms: number) => new Date(now.getTime() - ms);
const after = (minutes: number) => new Date(now.getTime() + minutes * minuteMs);

beforeEach(async () => {
  await store.db`update figure_zone set zone = 'UTC'`;
  await store.db`truncate call_facts`;
  await store.db`delete from sample_data`;
});

/** Thirty calls an hour around the same hours of the last weeks, and the first call ever before them. */
async function usualCalls(weeks: number, queueId = 'main'): Promise<void> {
  const firstAt = before((7 * weeks + 3) * dayMs);
  await addFacts(store.db, {
    ...{ from: firstAt, to: new Date(firstAt.getTime() + 1) },
    everyMs: 1,
    queueId,
  });
  for (let week = 1; week <= weeks; week += 1) {
    const from = before(7 * week * dayMs + 120 * minuteMs);
    const to = before(7 * week * dayMs - 180 * minuteMs);
    await addFacts(store.db, { ...{ from, to, everyMs: 2 * minuteMs }, queueId });
  }
}

const open = async () =>
  (await readFigureAlerts(store.db, after(0))).filter(({ closedAt }) => !closedAt);

describe('watchFigures', () => {
  it('opens one alert after two looks, keeps it up to date, and closes it after half an hour', async () => {
    await usualCalls(8);
    await addFacts(store.db, { from: before(60 * minuteMs), to: after(20), everyMs: 30_000 });
    expect(await watchFigures(store.db, now)).toMatchObject({ judged: 5, opened: 0, closed: 0 });
    expect(await open()).toEqual([]);
    expect(await watchFigures(store.db, after(6))).toMatchObject({ at: after(5), opened: 1 });
    const [alert, ...others] = await open();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      queue: { id: 'main', name: 'Main' },
      finding: { metric: 'offered', side: 'above', value: 120, n: 120, weeks: 8 },
      ...{ since: now, oddSince: before(55 * minuteMs), owner: null, closedAt: null },
    });
    expect(alert?.finding).toMatchObject({ usualLow: 30, usualHigh: 30 });
    for (let minutes = 10; minutes <= 40; minutes += 5)
      await watchFigures(store.db, after(minutes));
    const [kept] = await open();
    expect(kept?.id).toBe(alert?.id);
    expect(kept?.finding.n).toBeLessThan(120);
    await addFacts(store.db, { from: after(20), to: after(140), everyMs: 2 * minuteMs });
    for (let minutes = 45; minutes <= 140; minutes += 5)
      await watchFigures(store.db, after(minutes));
    expect(await open()).toEqual([]);
    const all = await readFigureAlerts(store.db, new Date(0));
    expect(all).toMatchObject([{ id: alert?.id, closedHow: 'over' }]);
  }, 60_000);

  it('changes nothing when it is done again, nor when two processes do it at once', async () => {
    await usualCalls(8);
    await addFacts(store.db, { from: before(60 * minuteMs), to: after(20), everyMs: 30_000 });
    for (let time = 0; time < 3; time += 1) await watchFigures(store.db, now);
    expect(await open()).toEqual([]);
    await Promise.all([5, 5, 5].map((minutes) => watchFigures(store.db, after(minutes))));
    expect(await open()).toHaveLength(1);
  }, 60_000);

  it('judges sample data once, as of its end, and neither while it comes nor while it goes', async () => {
    await usualCalls(8);
    await addFacts(store.db, { from: before(60 * minuteMs), to: now, everyMs: 30_000 });
    const [none, options] = [{ judged: 0, opened: 0 }, JSON.stringify({})];
    await store.db`
      insert into sample_data (state, added_by, options, from_at, until_at, calls_wanted)
      values ('adding', 'web', ${options}::jsonb, ${before(dayMs)}, ${now}, 1)`;
    expect(await watchFigures(store.db, now)).toMatchObject(none);
    await store.db`update sample_data set state = 'ready'`;
    for (const minutes of [600, 605, 610]) {
      expect(await watchFigures(store.db, after(minutes))).toMatchObject({ at: now, opened: 0 });
    }
    await store.db.begin((tx) => watchAnew(tx, now));
    expect(await open()).toMatchObject([{ finding: { metric: 'offered', n: 120 } }]);
    expect(await watchFigures(store.db, after(900))).toMatchObject({ opened: 0, closed: 0 });
    await store.db`update sample_data set state = 'removing'`;
    expect(await watchFigures(store.db, after(905))).toMatchObject(none);
    await store.db`delete from sample_data`;
    await store.db.begin((tx) => closeAllAlerts(tx, now));
    expect(await open()).toEqual([]);
  }, 60_000);

  it('finds that no calls come, and that calls take longer', async () => {
    await usualCalls(8);
    await watchFigures(store.db, after(10));
    await watchFigures(store.db, after(15));
    expect(await open()).toMatchObject([
      { finding: { metric: 'offered', value: 0, n: 0, side: 'below' } },
    ]);
    await addFacts(store.db, {
      ...{ from: before(60 * minuteMs), to: after(60), everyMs: 2 * minuteMs, handleMs: 600_000 },
    });
    await watchFigures(store.db, after(20));
    await watchFigures(store.db, after(25));
    const metrics = (await open()).map(({ finding }) => finding.metric).sort();
    expect(metrics).toEqual(['handle-time', 'offered']);
  }, 60_000);

  it('learns from the first calls on, and says how many weeks there are', async () => {
    await usualCalls(3);
    await watchFigures(store.db, now);
    const learning = await readLearningFigures(store.db);
    expect(learning.map(({ weeks }) => weeks)).toEqual([3, 3, 3, 3, 3]);
    await store.db`truncate call_facts`;
    await watchFigures(store.db, after(5));
    expect((await readLearningFigures(store.db)).map(({ weeks }) => weeks)).toEqual([
      0, 0, 0, 0, 0,
    ]);
  }, 60_000);

  it('watches each of several queues, and closes what is not watched any more', async () => {
    const sales = await newQueue(store.db, 'sales');
    await usualCalls(8);
    await usualCalls(8, sales);
    await addFacts(store.db, {
      from: before(60 * minuteMs),
      to: after(20),
      everyMs: 15_000,
      queueId: sales,
    });
    await addFacts(store.db, { from: before(60 * minuteMs), to: after(20), everyMs: 2 * minuteMs });
    expect(await watchFigures(store.db, now)).toMatchObject({ judged: 15 });
    await watchFigures(store.db, after(5));
    expect((await open()).map(({ queue }) => queue?.id ?? 'all').sort()).toEqual(['all', 'sales']);
    await store.db`update queues set removed_at = now() where id = ${sales}`;
    expect(await watchFigures(store.db, after(10))).toMatchObject({ judged: 5, closed: 2 });
    const all = await readFigureAlerts(store.db, new Date(0));
    expect(all.map(({ closedHow }) => closedHow)).toEqual(['not-watched', 'not-watched']);
  }, 60_000);
});

describe('readCallStretches', () => {
  it('goes by local hours over the change of clocks, also in a zone of three quarters of an hour', async () => {
    const startsOf = async (zone: string, at: string) => {
      const { ofAll } = await readCallStretches(store.db, new Date(at), zone);
      const hour = ofAll.windows[0];
      const time = new Intl.DateTimeFormat('en', {
        ...{
          timeZone: zone,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        },
      } as const);
      return new Set(hour?.weeks.map(({ startsAtMs }) => time.format(startsAtMs)));
    };
    expect(await startsOf('Europe/Berlin', '2026-11-18T12:00:00Z')).toEqual(new Set(['Wed 12:00']));
    expect(await startsOf('America/New_York', '2026-03-25T16:15:00Z')).toEqual(
      new Set(['Wed 11:15']),
    );
    expect(await startsOf('Asia/Kathmandu', '2026-11-18T12:00:00Z')).toEqual(
      new Set(['Wed 16:45']),
    );
  });

  it('counts what was so at the end of a stretch, then as now', async () => {
    await addFacts(store.db, {
      from: before(15 * dayMs),
      to: now,
      everyMs: 10 * minuteMs,
      handleMs: 900_000,
    });
    const { windows } = (await readCallStretches(store.db, now, 'UTC')).of('main');
    const [hour] = windows;
    expect(hour?.latest.sums).toMatchObject({ offered: 6, settled: 6, closed: 5 });
    expect(hour?.weeks[0]?.sums).toEqual(hour?.latest.sums);
    expect(windows.map(({ hours }) => hours)).toEqual([1, 2, 4, 8, 24]);
    const { days } = (await readCallStretches(store.db, now, 'UTC')).ofAll;
    expect(days).toHaveLength(28);
    expect(days[0]?.endsAtMs).toBe(now.getTime() - dayMs);
    expect(days[0]?.sums).toMatchObject({ offered: 144, rated: 143 });
  });
});

it('deletes alerts and left-out hours that are old, a batch at a time', async () => {
  const id = await newAgent(store.db);
  for (const days of [500, 450, 10]) {
    await store.db`
      insert into figure_alerts (metric, queue_id, side, value, n, usual_low, usual_high, weeks,
        starts_at, ends_at, odd_since, since, closed_at, closed_how)
      values ('offered', 'main', 'above', 1, 1, 0, 1, 8, now(), now(), now(), now(),
        now() - ${days}::integer * interval '1 day', 'over')`;
    await store.db`
      insert into figure_exceptions (queue_id, starts_at, ends_at, by_id, by_name)
      values ('', now() - 501 * interval '1 day', now() - ${days}::integer * interval '1 day', ${id}, 'Sam')`;
  }
  expect(await forgetOldAlerts(store.db, 1)).toBe(2);
  expect(await forgetOldAlerts(store.db, 10)).toBe(2);
  expect(await forgetOldAlerts(store.db, 10)).toBe(0);
});
