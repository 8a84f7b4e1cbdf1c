import { startTestServer, type TestServer } from '@agent/testing/database';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { closeDatabase, type Database, openDatabase } from './connect.ts';
import { followDatabaseClock } from './follow-database-clock.ts';
import { createSteadyClock } from './steady-clock.ts';

let server: TestServer;
let db: Database;
const stop = new AbortController();
beforeAll(async () => {
  server = await startTestServer();
  db = openDatabase(await server.createDatabase());
});
afterAll(async () => {
  stop.abort();
  await closeDatabase(db);
  await server.close();
});

const HOUR_MS = 3_600_000;

it('takes the time of Postgres over from the start, and tells by how much this machine is off', async () => {
  const clock = createSteadyClock(Date.now() + HOUR_MS);
  const [onSetRight, onUnreadable] = [vi.fn(), vi.fn()];
  await followDatabaseClock(clock, { db, signal: stop.signal, onSetRight, onUnreadable });
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(HOUR_MS / 10);
  expect(onSetRight).toHaveBeenCalledOnce();
  expect(Math.abs(onSetRight.mock.calls[0]?.[0] - HOUR_MS)).toBeLessThan(HOUR_MS / 10);
  expect(onUnreadable).not.toHaveBeenCalled();
});

it('goes on by itself while Postgres is away', async () => {
  const away = openDatabase('postgres://nobody@127.0.0.1:9/nothing');
  const startMs = Date.now() - HOUR_MS;
  const clock = createSteadyClock(startMs);
  const [onSetRight, onUnreadable] = [vi.fn(), vi.fn()];
  await followDatabaseClock(clock, { db: away, signal: stop.signal, onSetRight, onUnreadable });
  expect(clock.now().getTime()).toBeLessThan(startMs + HOUR_MS / 10);
  expect(onUnreadable).toHaveBeenCalledOnce();
  await closeDatabase(away);
});
