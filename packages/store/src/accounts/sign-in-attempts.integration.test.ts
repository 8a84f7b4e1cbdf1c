import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { pruneRateLimits } from '../database/throttles.ts';
import { newAgent, useStore } from '../test-support/store.ts';
import { recordAudit } from './audit.ts';
import { forgetSignInAttempt, signInLimits, takeSignInAttempt } from './sign-in-attempts.ts';

const store = useStore();

const take = (username: string, address: string) =>
  takeSignInAttempt(store.db, { username, address });
const here = '203.0.113.7';

async function takeAll(attempts: readonly { username: string; address: string }[]) {
  const taken = await Promise.all(attempts.map(({ username, address }) => take(username, address)));
  return taken.filter(({ outcome }) => outcome === 'allowed').length;
}

test('of 60 guesses at once for one name from one address five may be checked', async () => {
  const burst = Array.from({ length: 60 }, () => ({ username: 'alex', address: here }));
  expect(await takeAll(burst)).toBe(5);
  const refused = await take('ALEX', here);
  expect(refused).toMatchObject({ outcome: 'throttled', retryAfterMs: expect.any(Number) });
  if (refused.outcome === 'throttled') {
    expect(refused.retryAfterMs).toBeLessThanOrEqual(15 * 60_000);
    expect(refused.retryAfterMs).toBeGreaterThan(14 * 60_000);
  }
  expect(await take('sam', here)).toEqual({ outcome: 'allowed' });
  expect(await take('alex', '203.0.113.8')).toEqual({ outcome: 'allowed' });
});

test('of 100 names at once from one address no more than its limit may be checked', async () => {
  const burst = Array.from({ length: 100 }, (_, index) => ({
    username: `name${index}`,
    address: here,
  }));
  expect(await takeAll(burst)).toBe(signInLimits.address.limit);
});

test('guesses for one name from everywhere stop, but not for where the person signs in', async () => {
  const id = await newAgent(store.db, 'alex');
  await recordAudit(store.db, {
    action: 'session.signed-in',
    actor: { userId: id, displayName: 'Alex' },
    address: '198.51.100.1',
  });
  const burst = Array.from({ length: 100 }, (_, index) => ({
    username: 'alex',
    address: `203.0.113.${index}`,
  }));
  expect(await takeAll(burst)).toBe(signInLimits.name.limit);
  expect((await take('alex', '198.51.100.2')).outcome).toBe('throttled');
  expect((await take('alex', '198.51.100.1')).outcome).toBe('allowed');
  expect((await take('sam', '203.0.113.1')).outcome).toBe('allowed');
});

test('what is refused counts nowhere, so hammering one name leaves others their attempts', async () => {
  for (let index = 0; index < 200; index++) await take('alex', here);
  expect(await store.db`select hits from rate_limits`).toEqual([
    { hits: 5 },
    { hits: 5 },
    { hits: 5 },
  ]);
});

test('a success forgets the failures before it, and an attempt that was not checked itself', async () => {
  const attempt = { username: 'alex', address: here };
  for (let index = 0; index < 5; index++) await take('alex', here);
  await forgetSignInAttempt(store.db, attempt, { success: false });
  expect((await take('alex', here)).outcome).toBe('allowed');
  expect((await take('alex', here)).outcome).toBe('throttled');
  await forgetSignInAttempt(store.db, attempt, { success: true });
  expect(await takeAll(Array.from({ length: 9 }, () => attempt))).toBe(5);
});

test('failures count for a while only, and are pruned then', async () => {
  for (let index = 0; index < 6; index++) await take('alex', here);
  await store.db`update rate_limits set window_ends_at = now()`;
  expect((await take('alex', here)).outcome).toBe('allowed');
  await store.db`update rate_limits set window_ends_at = now()`;
  await pruneRateLimits(store.db);
  expect(await store.db`select 1 from rate_limits`).toEqual([]);
});

test('bursts of many names and addresses at once lock nobody for ever', async () => {
  const attempts = Array.from({ length: 120 }, (_, index) => ({
    username: `name${index % 7}`,
    address: `203.0.113.${index % 11}`,
  }));
  await Promise.all([
    takeAll(attempts),
    ...attempts.map((attempt) => forgetSignInAttempt(store.db, attempt, { success: true })),
    pruneRateLimits(store.db),
    takeAll([{ username: randomUUID(), address: here }]),
  ]);
});
