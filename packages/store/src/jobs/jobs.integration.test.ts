import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepareAppRole } from '../database/app-role.ts';
import { closeDatabase, type Database, openDatabase } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { addJob } from './add-job.ts';
import { freeJobsOfGone } from './free-jobs.ts';
import { migrateJobs } from './migrate-jobs.ts';
import { type RunJobsOptions, type RunningJobs, runJobs } from './run-jobs.ts';

let server: TestServer;
let owner: Database;
let appUrl: string;
let app: Database;
const open: { close(): Promise<void> }[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  server = await startTestServer();
  const ownerUrl = await server.createDatabase();
  await migrate(ownerUrl);
  await migrateJobs(ownerUrl);
  owner = openDatabase(ownerUrl);
  await owner`create table job_notes (by_whom text, what text)`;
  const url = new URL(ownerUrl);
  url.username = 'jobs_app';
  url.password = 'secret';
  appUrl = url.href;
  await prepareAppRole(ownerUrl, appUrl);
  app = openDatabase(appUrl);
}, 120_000);
afterAll(async () => {
  await closeDatabase(app);
  await closeDatabase(owner);
  await server.close();
});
beforeEach(async () => {
  for (const table of ['job_notes', 'job_workers', 'jobs._private_jobs'])
    await owner`delete from ${owner.raw(table)}`;
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(options: Partial<RunJobsOptions>): Promise<RunningJobs> {
  const running = await runJobs({
    ...{ url: appUrl, crontab: '', tasks: {} },
    ...{ onFailure: () => undefined, onTrouble: () => undefined, ...options },
  });
  open.push(running);
  return running;
}

const notes = async () =>
  await owner<{ byWhom: string; what: string }[]>`select by_whom, what from job_notes`;
const left = async () => (await owner`select from jobs._private_jobs`).length;
const noting = (name: string) => ({
  note: async () => {
    await app`insert into job_notes (by_whom, what) values (${name}, 'done')`;
  },
});
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 30_000, interval: 50 });

describe('jobs', () => {
  it('are done by the user of web and bot, who may make no tables, each by one of several', async () => {
    await start({ tasks: noting('first') });
    await start({ tasks: noting('second') });
    for (let job = 0; job < 6; job += 1) await addJob(app, { task: 'note' });
    await poll(left).toBe(0);
    expect(await notes()).toHaveLength(6);
    await expect(app.raw('create table jobs.more (id integer)')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(app.raw('drop table jobs._private_jobs')).rejects.toMatchObject({ code: '42501' });
  }, 60_000);

  it('of a process that was killed in the middle are done once, after all', async () => {
    const file = path.join(import.meta.dirname, '../test-support/job-process.ts');
    const child = spawn(process.execPath, [file, appUrl], { stdio: 'ignore' });
    children.push(child);
    await addJob(app, { task: 'note' });
    await poll(notes).toEqual([{ byWhom: 'killed', what: 'begun' }]);
    const { workerId } = await start({ tasks: noting('another') });
    const free = () => freeJobsOfGone(app, workerId, 5_000);
    await owner`update jobs._private_jobs set locked_at = locked_at - interval '1 minute'`;
    await poll(async () => (await owner`select from job_workers`).length).toBe(1);
    // Who holds the job is there: nobody else may have it.
    expect(await free()).toBe(0);
    child.kill('SIGKILL');
    await poll(free).toBe(1);
    await poll(left).toBe(0);
    expect(await notes()).toEqual([
      { byWhom: 'killed', what: 'begun' },
      { byWhom: 'another', what: 'done' },
    ]);
    expect(await free()).toBe(0);
  }, 90_000);

  it('that fail are told with their error, which the tables do not keep, and are tried again', async () => {
    const failures: [string, unknown][] = [];
    const error = new Error('Maria said purple');
    await start({
      tasks: { note: () => Promise.reject(error) },
      onFailure: (...failure) => failures.push(failure),
    });
    await addJob(app, { task: 'note' });
    await expect.poll(() => failures, { timeout: 30_000 }).toEqual([['note', error]]);
    await poll(async () => (await owner`select last_error from jobs._private_jobs`)[0]).toEqual({
      lastError: expect.not.stringContaining('purple'),
    });
    expect(await left()).toBe(1);
  }, 60_000);

  it('wait while nobody works, and a key keeps one of them', async () => {
    await addJob(app, { task: 'note', key: 'only' });
    await addJob(app, { task: 'note', key: 'only' });
    const running = await start({ tasks: noting('late') });
    await poll(left).toBe(0);
    expect(await notes()).toHaveLength(1);
    await running.close();
    await running.close();
    await expect(running.stopped).resolves.toBeUndefined();
  }, 60_000);

  it('cannot be worked on where their tables are not there, which is said at once', async () => {
    const bare = await server.createDatabase();
    const url = new URL(appUrl);
    url.pathname = new URL(bare).pathname;
    await expect(start({ url: url.href })).rejects.toMatchObject({ code: '42501' });
  }, 60_000);
});
