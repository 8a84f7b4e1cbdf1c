import { randomUUID } from 'node:crypto';
import { bumpSessionVersion, hashPassword, type User, upsertUser } from '@agent/store';
import type { Session } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authOptions } from './auth-options.ts';
import { absoluteSeconds } from './session.ts';
import { signIn } from './sign-in.ts';
import { type Harness, startHarness } from './test-support/harness.ts';

const password = randomUUID();
let harness: Harness;
let grace: User;
beforeAll(async () => {
  harness = await startHarness();
  grace = await addGrace();
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

describe('signing in', () => {
  it('takes the right password, in any case of the name', async () => {
    const result = await attempt({ username: ' Grace ', password });
    expect(result).toMatchObject({ outcome: 'signed-in', user: { id: grace.id, role: 'agent' } });
    expect(JSON.stringify(result)).not.toContain('argon2');
  });

  it.each([
    ['a wrong password', { username: 'grace', password: 'wrong' }],
    ['an unknown name', { username: 'nobody', password }],
    ['a disabled user', { username: 'disabled', password }],
    ['no password', { username: 'grace', password: '' }],
    ['something else altogether', ['grace']],
  ])('refuses %s in the same way', async (_title, input) => {
    await disabledHasPassword();
    expect(await attempt(input)).toEqual({ outcome: 'refused' });
  });

  it.each(['grace', 'nobody'])('stops looking after five failures of %s', async (username) => {
    for (let count = 0; count < 5; count++) {
      expect(await attempt({ username, password: 'wrong' })).toEqual({ outcome: 'refused' });
    }
    expect(await attempt({ username, password })).toEqual({ outcome: 'throttled' });
    const elsewhere = await signIn(harness.services, { username, password }, '192.0.2.9');
    expect(elsewhere.outcome).toBe(username === 'grace' ? 'signed-in' : 'refused');
  });
});

describe('the session of next-auth', () => {
  it('carries id, name and role, as Postgres has them now', async () => {
    const token = await tokenOf(grace);
    expect(await sessionFrom(token)).toMatchObject({
      user: { id: grace.id, name: 'Grace', role: 'agent' },
    });
  });

  it('is over when the user is disabled or changed, and after half a day', async () => {
    const token = await tokenOf(grace);
    const { now } = harness.clock;
    harness.clock.now = new Date(now.getTime() + absoluteSeconds * 1000);
    await expect(sessionFrom(token)).rejects.toThrow('over');
    harness.clock.now = now;
    await bumpSessionVersion(harness.services.db, grace.id);
    await expect(sessionFrom(token)).rejects.toThrow('over');
    grace.sessionVersion += 1;
    await expect(sessionFrom({ sub: 'somebody' })).rejects.toThrow('over');
  });

  async function tokenOf(user: User): Promise<JWT> {
    const jwt = authOptions(harness.services).callbacks?.jwt;
    const token = await jwt?.({ token: {}, user, account: null });
    if (!token) throw new Error('There is no token.');
    return token;
  }

  async function sessionFrom(token: JWT): Promise<unknown> {
    const callback = authOptions(harness.services).callbacks?.session;
    const session: Session = { expires: '' };
    const input = { session, token, user: grace } as unknown as Parameters<
      NonNullable<typeof callback>
    >[0];
    return callback?.(input);
  }
});

function attempt(input: unknown) {
  return signIn(harness.services, input, '192.0.2.1');
}

async function addGrace(): Promise<User> {
  return upsertUser(harness.services.db, {
    id: randomUUID(),
    username: 'grace',
    displayName: 'Grace',
    role: 'agent',
    passwordHash: await hashPassword(password),
  });
}

async function disabledHasPassword(): Promise<void> {
  const passwordHash = await hashPassword(password);
  await upsertUser(harness.services.db, { ...harness.people.disabled, passwordHash });
}
