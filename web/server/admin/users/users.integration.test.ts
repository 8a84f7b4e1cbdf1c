import {
  type AdminUser,
  changedUserSchema,
  invitedUserSchema,
  userLinkSchema,
} from '@agent/protocol';
import { findCall, findUser, listen, type User } from '@agent/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { signIn } from '../../access/sign-in.ts';
import { callInState } from '../../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';

const users = 'api/admin/users/route.ts';
const oneUser = 'api/admin/users/[id]/route.ts';
const password = 'a horse of correct size';

let harness: Harness;
let admin: string;
let count = 0;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  admin = await sessionHeader(harness, harness.people.admin);
});
afterAll(() => harness.close());

const person = (more: object = {}) => {
  count += 1;
  const username = `Person-${count}`;
  return { username, displayName: `Person ${count}`, role: 'agent', queues: ['main'], ...more };
};

function invite(body: object = person(), cookie = admin) {
  return send({ file: users, method: 'POST', cookie, body });
}

async function invited(more: object = {}) {
  const response = await invite(person(more));
  expect(response.status).toBe(201);
  return invitedUserSchema.parse(await response.json());
}

function patch(id: string, body: object, cookie = admin) {
  return send({ file: oneUser, method: 'PATCH', params: { id }, cookie, body });
}

function readUser(id: string) {
  return send({ file: oneUser, method: 'GET', params: { id }, cookie: admin });
}

function post(part: 'link' | 'sign-out', id: string, cookie = admin) {
  const file = `api/admin/users/[id]/${part}/route.ts`;
  return send({ file, method: 'POST', params: { id }, cookie });
}

function follow(url: string, chosen = password) {
  const token = new URL(url).hash.slice(1);
  const body = { token, password: chosen };
  return send({ file: 'api/account-link/route.ts', method: 'POST', body });
}

function look(url: string) {
  const body = { token: new URL(url).hash.slice(1) };
  return send({ file: 'api/account-link/look/route.ts', method: 'POST', body });
}

async function audited(): Promise<unknown[]> {
  return harness.services.db`
    select action, actor_name, subject_id, data from audit_log order by id`;
}

const signInAs = ({ username }: Pick<AdminUser, 'username'>, chosen = password) =>
  signIn(harness.services, { username, password: chosen }, '192.0.2.1');

describe('inviting somebody', () => {
  it('gives a link with which they choose a password and sign in', async () => {
    const { user, link } = await invited();
    expect(user).toMatchObject({ status: 'invited', role: 'agent', queues: [{ id: 'main' }] });
    expect(user.username).toBe(`person-${count}`);
    expect(link.url).toMatch(/^http:\/\/localhost:3000\/auth\/link#[\w-]{43}$/);
    expect(await signInAs(user)).toEqual({ outcome: 'refused' });

    expect(await (await look(link.url)).json()).toMatchObject({
      kind: 'invite',
      displayName: user.displayName,
      username: user.username,
    });
    expect((await follow(link.url)).status).toBe(204);
    expect(await signInAs(user)).toMatchObject({ outcome: 'signed-in', user: { id: user.id } });
    const after = await send({
      file: oneUser,
      method: 'GET',
      params: { id: user.id },
      cookie: admin,
    });
    expect(await after.json()).toMatchObject({ status: 'active', link: null });
  });

  it('is on record, without the link', async () => {
    const { user, link } = await invited();
    await follow(link.url);
    const about = { subjectId: user.id };
    expect(await audited()).toEqual([
      {
        ...about,
        action: 'user.invited',
        actorName: 'admin of the desk',
        data: { role: 'agent', queues: ['main'] },
      },
      { ...about, action: 'session.ended', actorName: null, data: { because: 'password' } },
      {
        ...about,
        action: 'user.password-set',
        actorName: user.displayName,
        data: { by: 'invite' },
      },
    ]);
    const token = new URL(link.url).hash.slice(1);
    expect(harness.logLines.join('\n')).not.toContain(token);
    expect(harness.logLines.join('\n')).not.toContain(password);
  });

  it.each([
    ['a name that is taken', { username: 'OWNER' }, 409, 'username'],
    ['a name with spaces', { username: 'a b' }, 400, 'username'],
    ['a far too long name', { username: 'x'.repeat(5_000) }, 400, 'username'],
    ['a far too long name to show', { displayName: 'x'.repeat(5_000) }, 400, 'displayName'],
    ['an unknown queue', { queues: ['nowhere'] }, 400, 'queues'],
    ['a queue for an admin', { role: 'admin' }, 400, 'queues'],
    ['more queues than there may be', { queues: Array(101).fill('main') }, 400, 'queues'],
    ['another role', { role: 'owner' }, 400, 'role'],
  ])('refuses %s and names the field', async (_title, more, status, field) => {
    const response = await invite(person(more));
    expect(response.status).toBe(status);
    expect(Object.keys((await errorOf(response)).fields ?? {})).toEqual([field]);
  });
});

describe('a link', () => {
  it('works once, also when it is sent many times at once', async () => {
    const { user, link } = await invited();
    const statuses = await Promise.all(
      Array.from(
        { length: 6 },
        async (_, n) => (await follow(link.url, `${password} ${n}`)).status,
      ),
    );
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => status === 404)).toHaveLength(5);
    const winner = statuses.indexOf(204);
    expect(await signInAs(user, `${password} ${winner}`)).toMatchObject({ outcome: 'signed-in' });
  });

  it('that is unknown, used, replaced or of somebody disabled is refused in the same words', async () => {
    const answers: unknown[] = [];
    const refused = async (url: string) => {
      for (const response of [await look(url), await follow(url)]) {
        expect(response.status).toBe(404);
        answers.push(await response.json());
      }
    };
    await refused(`http://localhost/auth/link#${'x'.repeat(43)}`);
    const used = await invited();
    await follow(used.link.url);
    await refused(used.link.url);
    const replaced = await invited();
    expect((await post('link', replaced.user.id)).status).toBe(201);
    await refused(replaced.link.url);
    const disabled = await invited();
    await patch(disabled.user.id, { version: disabled.user.version, disabled: true });
    await refused(disabled.link.url);
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('is asked for by one address at most so often', async () => {
    const url = `http://localhost/auth/link#${'x'.repeat(43)}`;
    for (let times = 0; times < 20; times++) expect((await look(url)).status).toBe(404);
    const response = await look(url);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('60');
  });

  it.each([
    ['short', 'too short'],
    ['x'.repeat(201), 'at most 200'],
    ['abababababababab', 'different characters'],
    ['Person-NNN and more', 'user name'],
  ])('does not take every password: %s', async (wrong, why) => {
    const { link } = await invited();
    const response = await follow(link.url, wrong.replace('NNN', String(count)));
    expect(response.status).toBe(400);
    const words = (await errorOf(response)).fields?.password;
    expect(words).toMatch(why === 'too short' ? 'at least 12' : why);
    expect((await follow(link.url)).status).toBe(204);
  });

  it('gives a new password to whoever has one, and ends their sessions', async () => {
    const { user, link } = await invited();
    await follow(link.url);
    const made = userLinkSchema.parse(await (await post('link', user.id)).json());
    expect(made.kind).toBe('password');
    const before = await findUser(harness.services.db, user.id);
    expect((await follow(made.url, 'quite another password')).status).toBe(204);
    const after = await findUser(harness.services.db, user.id);
    expect(after?.sessionVersion).toBe((before?.sessionVersion ?? 0) + 1);
    expect(await signInAs(user)).toEqual({ outcome: 'refused' });
  });
});

describe('changing somebody', () => {
  it('ends their sessions with their rights, tells the other processes and is on record', async () => {
    const { user } = await invited();
    const cookie = await sessionHeader(harness, await userOf(user));
    const onEnd = vi.fn();
    const listening = await listen(harness.services.db, 'session', onEnd);
    const response = await patch(user.id, { version: user.version, role: 'supervisor' });
    const changed = changedUserSchema.parse(await response.json());
    expect(changed).toMatchObject({
      sessionsEnded: true,
      call: null,
      user: { role: 'supervisor', queues: [] },
    });
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledWith(user.id), 15_000);
    await listening.close();
    expect((await send({ file: 'api/sessions/route.ts', method: 'GET', cookie })).status).toBe(401);
    expect((await audited()).slice(1)).toMatchObject([
      { action: 'session.ended', data: { because: 'role' } },
      {
        action: 'user.changed',
        actorName: 'admin of the desk',
        data: {
          changed: ['role'],
          role: 'supervisor',
          queues: 'all',
          roleBefore: 'agent',
          version: changed.user.version,
        },
      },
    ]);
  });

  it('tells the second of two admins what the first has changed', async () => {
    const { user } = await invited();
    await patch(user.id, { version: user.version, displayName: 'Another', role: 'admin' });
    const response = await patch(user.id, { version: user.version, disabled: true });
    expect(response.status).toBe(409);
    expect((await errorOf(response)).message).toBe(
      'admin of the desk changed the name and the role in the meantime. Look at what is there now, then save again.',
    );
  });

  it('ten times at once from one version is done once', async () => {
    const { user } = await invited();
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const body = { version: user.version, displayName: `Name ${n}` };
        return (await patch(user.id, body)).status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(9);
    expect(await audited()).toHaveLength(2);
  });

  it('is refused for the last admin, and for oneself', async () => {
    const { id } = harness.people.admin;
    const mine = await send({ file: oneUser, method: 'GET', params: { id }, cookie: admin });
    const { version, isLastAdmin } = (await mine.json()) as AdminUser;
    expect(isLastAdmin).toBe(true);
    const alone = await patch(id, { version, disabled: true });
    expect(alone.status).toBe(409);
    expect((await errorOf(alone)).message).toMatch('Nobody else can sign in as an admin');
    const other = await invited({ role: 'admin', queues: [] });
    await follow(other.link.url);
    const self = await patch(id, { version, role: 'agent' });
    expect((await errorOf(self)).message).toMatch('your own rights');
    const otherNow = await findUser(harness.services.db, other.user.id);
    await harness.services.db`update users set disabled = true where id = ${otherNow?.id}`;
  });

  it.each([
    ['an unknown queue', { queues: ['nowhere'] }],
    ['nothing', {}],
    ['something that nobody may set', { username: 'root' }],
    ['a far too long name', { displayName: 'x'.repeat(5_000) }],
    ['a version that is none', { version: 0, disabled: true }],
  ])('refuses %s', async (_title, body) => {
    const { user } = await invited();
    expect((await patch(user.id, { version: user.version, ...body })).status).toBe(400);
    expect((await patch('nobody', { version: 1, disabled: true })).status).toBe(404);
  });
});

describe('somebody with a call who is no agent any more', () => {
  const cases = [
    { stage: 'offered', call: 'offer-withdrawn', becomes: 'queued' },
    { stage: 'active', call: 'requeued', becomes: 'queued' },
    { stage: 'wrap-up', call: 'wrap-up-closed', becomes: 'closed' },
  ] as const;

  it.each(
    cases.flatMap((one) => [
      { ...one, change: { disabled: true } },
      { ...one, change: { role: 'admin' } },
    ]),
  )('$stage, $change: $call, in one go', async ({ stage, call, becomes, change }) => {
    const { id } = await callInState(harness, stage);
    const agent = harness.people.owner.id;
    const before = (await (await readUser(agent)).json()) as AdminUser;
    expect(before.openCall).toBe(stage);
    const response = await patch(agent, { version: before.version, ...change });
    const changed = changedUserSchema.parse(await response.json());
    expect(changed).toMatchObject({ call, sessionsEnded: true, user: { openCall: null } });
    expect(await findCall(harness.services.db, id)).toMatchObject({ status: becomes });
    const now = (await (await readUser(agent)).json()) as AdminUser;
    expect(now).toEqual(changed.user);
    await patch(agent, { version: now.version, disabled: false, role: 'agent', queues: ['main'] });
  });

  it('keeps the call when the change is refused, and when nothing but a name is another', async () => {
    const { id } = await callInState(harness, 'active');
    const agent = harness.people.owner.id;
    const { version } = (await (await readUser(agent)).json()) as AdminUser;
    expect((await patch(agent, { version: version + 1, disabled: true })).status).toBe(409);
    const renamed = await patch(agent, { version, displayName: 'Owen' });
    expect(await renamed.json()).toMatchObject({ call: null, user: { openCall: 'active' } });
    expect(await findCall(harness.services.db, id)).toMatchObject({ status: 'active' });
  });
});

describe('signing somebody out', () => {
  it('ends all sessions and says who did it', async () => {
    const { user } = await invited();
    const before = await findUser(harness.services.db, user.id);
    expect((await post('sign-out', user.id)).status).toBe(204);
    const after = await findUser(harness.services.db, user.id);
    expect(after?.sessionVersion).toBe((before?.sessionVersion ?? 0) + 1);
    expect((await audited()).slice(1)).toMatchObject([
      { action: 'session.ended', data: { because: 'asked' } },
      { action: 'user.signed-out-everywhere', subjectId: user.id },
    ]);
  });
});

describe('the list', () => {
  it('finds people, and tells no secret of them', async () => {
    const { user } = await invited();
    const query = `?query=${encodeURIComponent(user.displayName.toUpperCase())}`;
    const response = await send({ file: users, method: 'GET', cookie: admin, query });
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      users: [{ id: user.id, link: { kind: 'invite' } }],
      queues: [{ id: 'main', name: 'Main' }],
      nextCursor: null,
    });
    expect(text).not.toMatch(/hash|argon|#/i);
    const wrong = await send({ file: users, method: 'GET', cookie: admin, query: '?cursor=x' });
    expect(wrong.status).toBe(400);
  });
});

async function userOf({ id }: AdminUser): Promise<User> {
  const user = await findUser(harness.services.db, id);
  if (!user) throw new Error('There is nobody.');
  return user;
}
