import { startTestServer, type TestServer } from '@agent/testing/database';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { callCounts } from '../calls/call-counts.ts';
import { withDispatcherLock } from '../calls/dispatch.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { chat, newCall } from '../test-support/store.ts';
import { closeDatabase, type Database, isDatabaseReachable, openDatabase } from './connect.ts';
import { migrate, rollback } from './migrate.ts';
import { listen } from './notifications.ts';
import { isUnavailable } from './unavailable.ts';

let server: TestServer;
let url: string;
let db: Database;

beforeAll(async () => {
  server = await startTestServer();
  url = await server.createDatabase();
  await migrate(url);
  db = openDatabase(url);
});

afterAll(async () => {
  await closeDatabase(db);
  await closeDatabase(db);
  await server.close();
});

test('while Postgres is away everything fails as unavailable, afterwards it works again', async () => {
  const { id } = await newCall(db);
  const heard: string[] = [];
  const onListening = vi.fn();
  const listening = await listen(db, 'call', (payload) => heard.push(payload), onListening);
  const interrupted = db`select pg_sleep(30)`.then(
    () => undefined,
    (error: unknown) => error,
  );
  await server.stop();
  expect(isUnavailable(await interrupted)).toBe(true);
  const event = chat();
  const refused = await appendCallEvent(db, id, event).catch((error: unknown) => error);
  expect(isUnavailable(refused)).toBe(true);
  expect(isUnavailable(await callCounts(db).catch((error: unknown) => error))).toBe(true);
  expect(await isDatabaseReachable(db)).toBe(false);
  await server.start();
  await vi.waitFor(() => expect(onListening).toHaveBeenCalledTimes(2), { timeout: 20_000 });
  expect(await isDatabaseReachable(db)).toBe(true);
  await appendCallEvent(db, id, event);
  await expect.poll(() => heard).toContain(id);
  const page = await readCallEvents(db, id, { audience: 'staff', afterSeq: 0, limit: 10 });
  expect(page.envelopes).toHaveLength(2);
  await listening.close();
  await listening.close();
});

test('nothing that was under way when Postgres went is left waiting, and all goes on afterwards', async () => {
  const stopping = new AbortController();
  const rounds = { statement: 0, transaction: 0, lock: 0 };
  const unexpected: unknown[] = [];
  const repeat = async (kind: keyof typeof rounds, work: () => PromiseLike<unknown>) => {
    while (!stopping.signal.aborted) {
      await work().then(
        () => rounds[kind]++,
        (error: unknown) => {
          if (!isUnavailable(error)) unexpected.push(error);
        },
      );
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const inTwoSteps = () =>
    db.begin(async (tx) => {
      await tx`select pg_sleep(0.01)`;
      await tx`select 1`;
    });
  const lockedRound = () =>
    withDispatcherLock(db, async () => {
      await db`select pg_sleep(0.01)`;
    });
  const running = [
    ...Array.from({ length: 6 }, () => repeat('statement', () => db`select 1`)),
    ...Array.from({ length: 6 }, () => repeat('transaction', inTwoSteps)),
    repeat('lock', lockedRound),
  ];
  for (let outage = 0; outage < 3; outage++) {
    await server.stop();
    await server.start();
    const before = { ...rounds };
    await vi.waitFor(
      () => {
        for (const kind of ['statement', 'transaction', 'lock'] as const)
          expect(rounds[kind], kind).toBeGreaterThan(before[kind] + 20);
      },
      { timeout: 20_000 },
    );
  }
  stopping.abort();
  await Promise.all(running);
  expect(unexpected).toEqual([]);
}, 90_000);

test('migrations can be taken back and applied again, and applying them twice changes nothing', async () => {
  const other = await server.createDatabase();
  await migrate(other);
  await migrate(other);
  await rollback(other);
  await migrate(other);
  const fresh = openDatabase(other);
  expect(await callCounts(fresh)).toMatchObject({ queued: 0 });
  await closeDatabase(fresh);
});

test('a migration that cannot reach Postgres says so without the password', async () => {
  const unreachable = 'postgres://postgres:geheim@127.0.0.1:1/none';
  const failure = await migrate(unreachable).catch((error: unknown) => error);
  expect(failure).toMatchObject({ reason: 'migration-failed' });
  expect(String(failure)).not.toContain('geheim');
});
