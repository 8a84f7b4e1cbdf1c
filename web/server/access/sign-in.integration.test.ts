import { randomUUID } from 'node:crypto';
import { bumpSessionVersion, hashPassword, type User, upsertUser } from '@agent/store';
import { aUserId } from '@agent/testing/ids';
import type { Session } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { authOptions, type OnProblem } from './auth-options.ts';
import { absoluteSeconds, readSession } from './session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

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

  it.each(['gra\u0000ce', 'grace\u202e', '\ud800', '\n\u0007'])(
    'refuses a name that Postgres would not take, before asking: %j',
    async (username) => {
      expect(await attempt({ username, password })).toEqual({ outcome: 'refused' });
      expect(await harness.services.db`select 1 from rate_limits`).toEqual([]);
    },
  );

  it('checks five of 60 guesses at once, whatever the process can bear', async () => {
    const check = vi.fn(async () => false);
    const guesses = Array.from({ length: 60 }, (_, index) =>
      signIn(harness.services, { username: 'grace', password: `guess ${index}` }, '192.0.2.1', {
        check,
      }),
    );
    const outcomes = (await Promise.all(guesses)).map(({ outcome }) => outcome);
    expect(check).toHaveBeenCalledTimes(5);
    expect(outcomes.filter((outcome) => outcome === 'throttled')).toHaveLength(55);
  });

  it('says that too many sign in at once without holding it against them', async () => {
    const input = { username: 'grace', password };
    const busy = { check: async () => 'busy' as const };
    for (let count = 0; count < 9; count++) {
      const outcome = await signIn(harness.services, input, '192.0.2.1', busy);
      expect(outcome).toEqual({ outcome: 'busy' });
    }
    expect(await attempt(input)).toMatchObject({ outcome: 'signed-in' });
  });

  it('puts on record who tried, from where and why not, but no password', async () => {
    await attempt({ username: 'Grace', password: 'wrong-but-secret' });
    await attempt({ username: 'nobody', password: 'wrong-but-secret' });
    await attempt({ username: 'Tr0ub4dor&3', password: 'wrong-but-secret' });
    await attempt({ username: 'x'.repeat(90), password: 'wrong-but-secret' });
    await attempt({ username: 'grace', password });
    const failed = { actorId: null, address: '192.0.2.1', action: 'session.refused' };
    expect(await records()).toMatchObject([
      { ...failed, subjectId: grace.id, data: { because: 'password', username: 'grace' } },
      { ...failed, subjectId: null, data: { because: 'unknown', username: 'nobody' } },
      { ...failed, subjectId: null, data: { because: 'unknown', username: null } },
      { ...failed, subjectId: null, data: { because: 'unknown', username: 'x'.repeat(32) } },
      { action: 'session.signed-in', actorId: grace.id, actorName: 'Grace', address: '192.0.2.1' },
    ]);
    expect(JSON.stringify(await records())).not.toContain('secret');
  });

  it('puts a flood on record once a minute', async () => {
    for (let count = 0; count < 20; count++) await attempt({ username: 'grace', password: 'no' });
    const actions = (await records()).map(({ action }) => action);
    expect(actions).toEqual([...Array(5).fill('session.refused'), 'session.throttled']);
  });

  it.each(['grace', 'nobody'])('stops looking after five failures of %s', async (username) => {
    for (let count = 0; count < 5; count++) {
      expect(await attempt({ username, password: 'wrong' })).toEqual({ outcome: 'refused' });
    }
    expect(await attempt({ username, password })).toEqual({
      outcome: 'throttled',
      retryAfterMs: expect.any(Number),
    });
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

  it('tells a session that is over from one that cannot be looked up now', async () => {
    const token = await tokenOf(grace);
    const onProblem = vi.fn();
    await expect(sessionFrom({ sub: 'somebody' }, onProblem)).rejects.toThrow('over');
    expect(onProblem).not.toHaveBeenCalled();
    await harness.postgres.stop();
    await expect(sessionFrom(token, onProblem)).rejects.toThrow();
    expect(onProblem).toHaveBeenCalledWith(expect.objectContaining({ status: 503 }));
    await harness.postgres.start();
    await vi.waitFor(() => sessionFrom(token), 10_000);
  });

  async function tokenOf(user: User): Promise<JWT> {
    const jwt = authOptions(harness.services).callbacks?.jwt;
    const token = await jwt?.({ token: {}, user, account: null });
    if (!token) throw new Error('There is no token.');
    return token;
  }

  async function sessionFrom(token: JWT, onProblem?: OnProblem): Promise<unknown> {
    const callback = authOptions(harness.services, onProblem).callbacks?.session;
    const session: Session = { expires: '' };
    const input = { session, token, user: grace } as unknown as Parameters<
      NonNullable<typeof callback>
    >[0];
    return callback?.(input);
  }
});

describe('signing out', () => {
  it('ends every session of the person and puts it on record', async () => {
    const cookie = await sessionHeader(harness, grace);
    const headers = new Headers({ cookie, 'x-peer-address': '192.0.2.7' });
    expect(await readSession(harness.services, headers)).toBeDefined();
    await signOut(harness.services, headers);
    expect(await readSession(harness.services, headers)).toBeUndefined();
    grace.sessionVersion += 1;
    expect(await records()).toMatchObject([
      { action: 'session.ended', actorId: null, subjectId: grace.id },
      { action: 'session.signed-out', actorId: grace.id, address: '192.0.2.7' },
    ]);
    await signOut(harness.services, headers);
    await signOut(harness.services, new Headers());
    expect(await records()).toHaveLength(2);
  });
});

function records(): Promise<Record<string, unknown>[]> {
  return harness.services.db`select * from audit_log order by id`.then((rows) => rows);
}

function attempt(input: unknown) {
  return signIn(harness.services, input, '192.0.2.1');
}

async function addGrace(): Promise<User> {
  return upsertUser(harness.services.db, {
    id: aUserId(),
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
