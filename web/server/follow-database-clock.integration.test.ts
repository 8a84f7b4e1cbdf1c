import { afterAll, beforeAll, expect, it } from 'vitest';
import { followDatabaseClock } from './follow-database-clock.ts';
import { createSteadyClock } from './steady-clock.ts';
import { type Harness, startHarness } from './test-support/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const HOUR_MS = 3_600_000;

it('takes the time of Postgres over from the start, and says by how much this machine is off', async () => {
  const clock = createSteadyClock(Date.now() + HOUR_MS);
  await followDatabaseClock(harness.services, clock);
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(HOUR_MS / 10);
  expect(harness.logLines.some((line) => line.includes('our clock was set right'))).toBe(true);
});

it('goes on by itself while Postgres is away', async () => {
  await harness.postgres.stop();
  const startMs = Date.now() - HOUR_MS;
  const clock = createSteadyClock(startMs);
  await followDatabaseClock(harness.services, clock);
  expect(clock.now().getTime()).toBeLessThan(startMs + HOUR_MS / 10);
  await harness.postgres.start();
});
