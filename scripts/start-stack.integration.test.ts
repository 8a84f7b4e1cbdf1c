import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { customerIdSchema } from '@agent/protocol';
import {
  closeDatabase,
  createCustomerDirectory,
  findCredentials,
  openDatabase,
  readPlaybook,
  verifyPassword,
} from '@agent/store';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { seedDemoCustomers } from './demo-customers/seed-demo-customers.ts';
import { freePorts } from './ports.ts';
import { findProcess } from './process-command.ts';
import { projectRoot } from './project.ts';
import { type Stack, startStack } from './start-stack.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'stack-'));
const stackFile = join(dataDir, 'stack.json');
const run = promisify(execFile);
let stack: Stack;

beforeAll(async () => {
  // Both are started whatever the environment of the developer says.
  const env = { DATABASE_URL: '', LIVEKIT_URL: '' };
  stack = await startStack({
    dataDir,
    ports: 'free',
    quiet: true,
    only: ['postgres', 'livekit'],
    env,
  });
}, 300_000);
afterAll(async () => {
  await stack?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('runs the services that were asked for, and says so to their owner only', () => {
  expect(stack.services).toEqual(['postgres', 'livekit']);
  expect(Object.keys(stack.pids).sort()).toEqual(['livekit', 'postgres', 'stack']);
  expect(statSync(stackFile).mode & 0o777).toBe(0o600);
  const description = JSON.parse(readFileSync(stackFile, 'utf8'));
  expect(description).toMatchObject({
    urls: stack.urls,
    pids: stack.pids,
    livekit: { apiKey: stack.livekit.apiKey, apiSecret: stack.livekit.apiSecret },
  });
});

it('seeds accounts whose passwords are the ones it prints', async () => {
  const db = openDatabase(stack.databaseUrl, { max: 1 });
  try {
    for (const user of stack.users) {
      const stored = await findCredentials(db, user.username);
      expect(stored?.role).toBe(user.role);
      expect(await verifyPassword(stored?.passwordHash ?? '', user.password)).toBe(true);
    }
  } finally {
    await closeDatabase(db);
  }
});

it('seeds the playbook and the customers of the demo, whom seeding again does not change', async () => {
  const db = openDatabase(stack.databaseUrl, { max: 1 });
  try {
    expect((await readPlaybook(db)).cards.length).toBeGreaterThanOrEqual(25);
    const directory = createCustomerDirectory(db);
    const find = async (query: string) => (await directory.search({ query, page: 1 })).hits[0];
    const maria = (await find('4521'))?.customer;
    expect(maria).toMatchObject({ name: 'Maria Santos', email: 'maria@example.com' });
    const before = await directory.find(maria?.customerId ?? customerIdSchema.parse('nobody'));
    const later = new Date(Date.now() + 86_400_000 * 30);
    expect(await seedDemoCustomers(stack.databaseUrl, later)).toBeGreaterThanOrEqual(200);
    expect(await directory.find(maria?.customerId ?? customerIdSchema.parse('nobody'))).toEqual(
      before,
    );
    expect((await find('james.carter@example.com'))?.customer.name).toBe('James Carter');
  } finally {
    await closeDatabase(db);
  }
});

it('lets web and bot in as a user who may add to the log but not change it', async () => {
  const { urls, databaseUrl } = stack;
  expect([new URL(databaseUrl).username, new URL(urls.appDatabase).username]).toEqual([
    'postgres',
    'call_centre_app',
  ]);
  const db = openDatabase(urls.appDatabase, { max: 1 });
  try {
    expect((await createCustomerDirectory(db).search({ query: '4521', page: 1 })).total).toBe(1);
    await expect(db`delete from call_events`).rejects.toThrow(/permission denied/);
  } finally {
    await closeDatabase(db);
  }
});

it('writes no contact into the log of Postgres', async () => {
  const db = openDatabase(stack.databaseUrl, { max: 1 });
  try {
    const email = 'nobody.reads.this@example.com';
    const add = () => createCustomerDirectory(db).create({ name: 'Nobody', email, phone: null });
    await add();
    await expect(add()).rejects.toThrow();
    const log = () => readFileSync(join(dataDir, 'logs/postgres.log'), 'utf8');
    await expect.poll(log).toContain('customers_email_key');
    expect(log()).not.toMatch(/nobody\.reads\.this|DETAIL|STATEMENT|CONTEXT/i);
  } finally {
    await closeDatabase(db);
  }
});

it('refuses in one line to set up a database that a newer version has migrated', async () => {
  const env = { NODE_ENV: 'production', PATH: process.env.PATH, DATABASE_URL: stack.databaseUrl };
  const setUp = () =>
    run(process.execPath, [`${projectRoot}/scripts/set-up-database.ts`], {
      env: env as NodeJS.ProcessEnv,
    });
  expect((await setUp()).stdout).toMatch(/^The schema is up to date; .+\n$/);
  const db = openDatabase(stack.databaseUrl, { max: 1 });
  try {
    await db`insert into schema_migrations (version) values ('99999999999999')`;
    await expect(setUp()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The database's schema is newer than this version: .+\n$/),
    });
  } finally {
    await db`delete from schema_migrations where version = '99999999999999'`;
    await closeDatabase(db);
  }
});

it.each(['postgres', 'livekit'] as const)('brings %s back after a crash', async (service) => {
  const before = stack.pids[service];
  stack.kill(service, 'SIGKILL');
  await vi.waitUntil(() => stack.pids[service] !== before, { timeout: 5000 });
  await stack.waitFor(service);
  const described = () => JSON.parse(readFileSync(stackFile, 'utf8')).pids[service];
  await vi.waitUntil(() => described() === stack.pids[service], { timeout: 5000 });
});

it('keeps a stopped service down until it is started', async () => {
  await stack.stop('postgres');
  expect(stack.pids.postgres).toBeUndefined();
  await stack.start('postgres');
  expect(stack.pids.postgres).toBeDefined();
});

it('refuses a second stack in the same folder', async () => {
  await expect(startStack({ dataDir, ports: 'free', quiet: true })).rejects.toThrow(/already/);
});

it('tells which port is taken, and leaves nothing behind', async () => {
  const other = mkdtempSync(join(tmpdir(), 'stack-'));
  const ports = await freePorts();
  const server = createServer().listen(ports.postgres, '127.0.0.1');
  await once(server, 'listening');
  const env = { DATABASE_URL: '' };
  const start = startStack({ dataDir: other, ports, quiet: true, only: ['postgres'], env });
  await expect(start).rejects.toThrow(/POSTGRES_PORT=<port>/);
  expect(existsSync(join(other, 'stack.json'))).toBe(false);
  server.close();
  rmSync(other, { recursive: true });
});

it('leaves no process when it is closed, however often', async () => {
  const { stack: _self, ...pids } = stack.pids;
  await Promise.all([stack.close(), stack.close()]);
  for (const pid of Object.values(pids)) expect(findProcess(pid)).toBeUndefined();
  expect(existsSync(stackFile)).toBe(false);
});
