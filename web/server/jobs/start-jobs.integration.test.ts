import { migrateJobs, prepareAppRole, readFigureZone } from '@agent/store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { jobTasks, jobTimes } from './job-tasks.ts';
import { startJobs } from './start-jobs.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  harness.logLines.length = 0;
});
afterAll(() => harness.close());

const messages = () => harness.logLines.map((line) => JSON.parse(line).msg as string);
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 30_000, interval: 50 });

it('waits for the tables of jobs, says so once, and does what comes up then', async () => {
  const done: string[] = [];
  const { db, env } = harness.services;
  // The owner would make the tables by itself.
  const app = Object.assign(new URL(harness.url), { username: 'web', password: 'secret' });
  await prepareAppRole(harness.url, app.href);
  const services = { ...harness.services, env: { ...env, DATABASE_URL: app.href } };
  const task = async () => void done.push('done');
  const jobs = startJobs(services, { tasks: { task }, crontab: '' }, { lookEveryMs: 50 });
  await poll(() => messages()).toContain('jobs cannot be worked on now');
  await migrateJobs(harness.url);
  await prepareAppRole(harness.url, app.href);
  await poll(() => messages()).toContain('jobs are worked on again');
  await db`select from jobs.add_job('task')`;
  await poll(() => done).toEqual(['done']);
  await jobs.close();
  await jobs.close();
  await db`select from jobs.add_job('task')`;
  expect(done).toEqual(['done']);
  expect(messages().filter((one) => one === 'jobs cannot be worked on now')).toHaveLength(1);
}, 60_000);

it('cuts the days of all figures in the zone that an administrator has set', async () => {
  const { services } = harness;
  const tasks = jobTasks(services);
  const cut = async (zone: string) => {
    await services.db`
      insert into settings (key, value) values ('reportZone', ${JSON.stringify(zone)}::jsonb)`;
    await tasks['cut-days']?.({}, undefined);
    return readFigureZone(services.db);
  };
  expect(await cut('Asia/Kathmandu')).toEqual({ zone: 'Asia/Kathmandu', settled: true });
  expect(messages()).toEqual(['days of figures were cut anew']);
  expect(await cut('Asia/Kathmandu')).toEqual({ zone: 'Asia/Kathmandu', settled: true });
  expect(messages()).toHaveLength(1);
  expect(await cut('UTC')).toEqual({ zone: 'UTC', settled: true });
}, 60_000);

it('does all jobs that come up by themselves, again and again', async () => {
  const tasks = jobTasks(harness.services);
  const named = [...jobTimes.matchAll(/^\S+ \S+ \S+ \S+ \S+ (\S+)/gm)].map(([, name]) => name);
  // One that others add does not come up by itself.
  expect([...named, 'make-report'].sort()).toEqual(Object.keys(tasks).sort());
  for (const name of named) {
    for (let time = 0; time < 2; time += 1) await tasks[name ?? '']?.({}, undefined);
  }
  expect(await harness.services.db`select distinct state from figure_watches`).toEqual([
    { state: 'learning' },
  ]);
}, 60_000);
