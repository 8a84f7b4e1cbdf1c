import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findUser, findUserByUsername, type User } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuthBrowser } from '../test-support/auth-browser.ts';
import { type Harness, startHarness, testEnv } from '../test-support/harness.ts';
import {
  type IdentityProvider,
  type Person,
  startIdentityProvider,
} from '../test-support/identity-provider.ts';
import { readSession } from './session.ts';

let harness: Harness;
let provider: IdentityProvider;
let count = 0;
beforeAll(async () => {
  harness = await startHarness();
  provider = await startIdentityProvider(`${testEnv.NEXTAUTH_URL}/api/auth/callback/oidc`);
});
beforeEach(async () => {
  await harness.clear();
  useProvider(provider.issuer);
});
afterAll(async () => {
  await provider.close();
  await harness.close();
});

function useProvider(issuer: string) {
  harness.services.env = {
    ...testEnv,
    ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 'secret of the desk' },
    OIDC_ROLES: [
      { value: 'support-agents', role: 'agent' },
      { value: 'leads', role: 'supervisor' },
      { value: 'it', role: 'admin' },
    ],
  };
}

function someone(...groups: string[]): Person {
  count += 1;
  const preferred_username = `Person.${count}`;
  return { sub: `sub-${count}`, name: `Person ${count}`, preferred_username, groups };
}

/** Signs in as this person in a new browser: the page they come to, and who they are for us. */
async function signIn(person: Person | null, browser = new AuthBrowser()) {
  provider.person = person;
  const page = await browser.follow(await browser.begin());
  return { page, session: await sessionOf(browser), browser };
}

async function sessionOf(browser: AuthBrowser) {
  const headers = new Headers({ cookie: browser.header });
  return (await readSession(harness.services, headers))?.session;
}

async function accountOf(person: Person): Promise<User> {
  const user = await findUserByUsername(harness.services.db, person.preferred_username ?? '');
  if (!user) throw new Error('There is no account.');
  return user;
}

async function audited() {
  return harness.services.db`
    select action, actor_id, subject_id, address, data from audit_log order by id`;
}

describe('signing in elsewhere', () => {
  it('makes an account at the first time, with the role of the claim, and puts it on record', async () => {
    const person = someone('everybody', 'support-agents');
    const { page, session } = await signIn(person);
    expect(page).toBe('/auth/signin');
    const user = await accountOf(person);
    expect(user).toMatchObject({ role: 'agent', displayName: person.name });
    expect(session).toMatchObject({ userId: user.id, role: 'agent' });
    const queues = await harness.services.db`
      select queue_id from agent_queues where agent_id = ${user.id}`;
    expect(queues).toEqual([{ queueId: 'main' }]);
    const who = { actorId: user.id, address: 'unknown' };
    const how = 'single-sign-on';
    expect(await audited()).toEqual([
      { ...who, action: 'user.created', subjectId: user.id, data: { role: 'agent', by: how } },
      { ...who, action: 'session.signed-in', subjectId: null, data: { how } },
    ]);
  });

  it('finds the same account again by issuer and subject, whatever the names are now', async () => {
    const person = someone('leads');
    const first = await signIn(person);
    const renamed = { ...person, name: 'Another', preferred_username: 'owner', email: 'admin' };
    const second = await signIn(renamed);
    expect(second.session?.userId).toBe(first.session?.userId);
    expect(second.session?.displayName).toBe(person.name);
  });

  it('gives nobody the account of a name or an e-mail', async () => {
    const impostor = { ...someone('it'), preferred_username: 'admin', email: 'admin@example.org' };
    const { session } = await signIn(impostor);
    expect(session?.userId).not.toBe(harness.people.admin.id);
    expect(await findUserByUsername(harness.services.db, 'admin-2')).toMatchObject({
      id: session?.userId,
    });
  });

  it('of two first sign-ins at once makes one account', async () => {
    const person = someone('support-agents');
    const both = await Promise.all([signIn(person), signIn(person)]);
    expect(new Set(both.map(({ session }) => session?.userId)).size).toBe(1);
    expect(both[0]?.session).toBeDefined();
  });

  it('lets the role follow the claim, which ends the sessions of before', async () => {
    const person = someone('support-agents');
    const before = await signIn(person);
    const after = await signIn({ ...person, groups: ['leads'] });
    expect(after.session).toMatchObject({ role: 'supervisor', userId: before.session?.userId });
    expect(await sessionOf(before.browser)).toBeUndefined();
    expect(await sessionOf(after.browser)).toBeDefined();
    const { id } = await accountOf(person);
    expect(await harness.services.db`select 1 from agent_queues where agent_id = ${id}`).toEqual(
      [],
    );
    expect((await audited()).slice(-2)).toMatchObject([
      {
        action: 'user.changed',
        data: { changed: ['role'], role: 'supervisor', roleBefore: 'agent', by: 'single-sign-on' },
      },
      { action: 'session.signed-in' },
    ]);
  });

  it('leaves the last admin who can sign in its role', async () => {
    const person = someone('it');
    await signIn(person);
    const { db } = harness.services;
    const others = await db`
      update users set disabled = true
      where role = 'admin' and not disabled and username <> ${person.preferred_username?.toLowerCase()}
      returning id`;
    const { page, session } = await signIn({ ...person, groups: ['support-agents'] });
    expect(page).toBe('/auth/signin');
    expect(session?.role).toBe('admin');
    await db`update users set disabled = false where id = any (${others.map(({ id }) => id)}::uuid[])`;
  });
});

describe('who stays out', () => {
  it('is somebody without a role, who gets no account', async () => {
    const person = someone('everybody');
    const { page, session } = await signIn(person);
    expect(page).toBe('/auth/signin?error=no-role');
    expect(session).toBeUndefined();
    expect(
      await findUserByUsername(harness.services.db, String(person.preferred_username)),
    ).toBeUndefined();
    expect(await audited()).toMatchObject([
      { action: 'session.refused', data: { because: 'no-role', how: 'single-sign-on' } },
    ]);
  });

  it('is somebody who has lost the role there', async () => {
    const person = someone('support-agents');
    await signIn(person);
    const { page, session } = await signIn({ ...person, groups: [] });
    expect(page).toBe('/auth/signin?error=no-role');
    expect(session).toBeUndefined();
    const { id } = await accountOf(person);
    expect((await audited()).at(-1)).toMatchObject({ action: 'session.refused', subjectId: id });
  });

  it('is somebody who is disabled here, whatever the claim says', async () => {
    const person = someone('support-agents');
    await signIn(person);
    const { id } = await accountOf(person);
    await harness.services.db`update users set disabled = true where id = ${id}`;
    const { page, session } = await signIn({ ...person, groups: ['it'] });
    expect(page).toBe('/auth/signin?error=disabled');
    expect(session).toBeUndefined();
    expect(await findUser(harness.services.db, id)).toMatchObject({
      role: 'agent',
      disabled: true,
    });
    expect((await audited()).at(-1)).toMatchObject({
      subjectId: id,
      data: { because: 'disabled' },
    });
  });

  it('is somebody who gives up at the provider', async () => {
    const { page, session } = await signIn(null);
    expect(page).toMatch(/^\/auth\/signin\?.*error=(OAuth)?Callback$/);
    expect(session).toBeUndefined();
  });
});

describe('what is not as it was begun', () => {
  const refused = /^\/auth\/signin\?.*error=OAuthCallback$/;

  /** A browser that was sent to the provider and back, with the address it was sent back to. */
  async function sentBack() {
    provider.person = someone('it');
    const browser = new AuthBrowser();
    return { browser, back: await browser.untilCallback(await browser.begin()) };
  }

  async function expectRefused(browser: AuthBrowser, url: string) {
    expect(await browser.follow(url)).toMatch(refused);
    expect(await sessionOf(browser)).toBeUndefined();
    expect(await audited()).toEqual([]);
  }

  it('is refused with another state', async () => {
    const { browser, back } = await sentBack();
    const url = new URL(back);
    url.searchParams.set('state', 'made-up');
    await expectRefused(browser, url.href);
  });

  it('is refused in the browser of somebody else', async () => {
    const { back } = await sentBack();
    const victim = new AuthBrowser();
    await expectRefused(victim, back);
    await victim.begin();
    await expectRefused(victim, back);
  });

  it.each(['nonce', 'pkce.code_verifier'])('is refused with another %s', async (name) => {
    const { browser, back } = await sentBack();
    const other = new AuthBrowser();
    await other.begin();
    const cookie = `next-auth.${name}`;
    expect(other.jar().get(cookie)).toBeTruthy();
    browser.jar().set(cookie, other.jar().get(cookie) ?? '');
    await expectRefused(browser, back);
  });

  it('is refused at the second time', async () => {
    const { browser, back } = await sentBack();
    const copy = new AuthBrowser();
    copy.cookies.set(testEnv.NEXTAUTH_URL, new Map(browser.jar()));
    expect(await browser.follow(back)).toBe('/auth/signin');
    expect(await copy.follow(back)).toMatch(refused);
    expect(await sessionOf(copy)).toBeUndefined();
  });

  it('is refused from another issuer, whatever the provider says its name is', async () => {
    const described = await fetch(`${provider.issuer}/.well-known/openid-configuration`);
    const real = (await described.json()) as object;
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ...real, issuer: isLying ? provider.issuer : address }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    let isLying = false;
    useProvider(address);
    for (isLying of [false, true]) {
      const { browser, back } = await sentBack();
      await expectRefused(browser, back);
    }
    server.close();
  });
});

it('is possible for one address so often in a minute, and answered by a page', async () => {
  const browser = new AuthBrowser();
  const back = '/api/auth/callback/oidc?code=x&state=y';
  for (let times = 0; times < 120; times++) await browser.ask(back);
  expect(await browser.follow(back)).toBe('/auth/signin?error=too-fast');
  expect(harness.logLines.join('')).not.toMatch(/code=|secret of the desk/);
});

describe('without a provider', () => {
  it('there is nothing at its addresses', async () => {
    harness.services.env = testEnv;
    const browser = new AuthBrowser();
    expect((await browser.ask('/api/auth/callback/oidc?code=x&state=y')).status).toBe(404);
    const form = { csrfToken: 'x' };
    const asked = await browser.ask('/api/auth/signin/oidc', { method: 'POST', form });
    expect(asked.status).toBe(404);
    expect(await (await browser.ask('/api/auth/providers')).json()).not.toHaveProperty('oidc');
  });

  it('that answers, people are told so', async () => {
    useProvider('http://127.0.0.1:9');
    const browser = new AuthBrowser();
    const page = await browser.follow(await browser.begin());
    expect(page).toMatch(/error=OAuthSignin$/);
  });

  it('other actions and other origins stay closed', async () => {
    const browser = new AuthBrowser();
    for (const path of ['signin/other', 'callback/other', 'callback/credentials', 'session/oidc']) {
      expect((await browser.ask(`/api/auth/${path}`)).status, path).toBe(404);
    }
  });
});
