import { type CallId, type RoomAccess, roomAccessSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { loadScript } from '@agent/testing/script';
import { Room, RoomEvent } from '@livekit/rtc-node';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusOf } from './call-log.ts';
import {
  acceptCall,
  callIn,
  endCall,
  goAvailable,
  openPerson,
  type Person,
  signIn,
} from './people.ts';
import { openRawClient, type RawClient } from './raw-client.ts';
import { startTestStack } from './test-stack.ts';

describe('sessions on the web server as it is built', () => {
  let stack: Stack;
  let customer: Person;
  let agent: Person;
  let raw: RawClient;

  beforeAll(async () => {
    stack = await startTestStack({}, ['postgres', 'livekit', 'web']);
    const { wavPaths } = await loadScript('password-reset');
    customer = await openPerson(stack, wavPaths.customer);
    agent = await openPerson(stack, wavPaths.agent);
    raw = openRawClient(stack.urls.web, 100);
    // From then on it has the cookie that goes with each form.
    await raw.send('/api/auth/csrf');
  });
  afterAll(async () => {
    raw?.close();
    await customer?.close();
    await agent?.close();
    await stack?.close();
  });

  it('end at once with a sign-out elsewhere: stream, cookie and room, but not the call', async () => {
    await signIn(agent, stack, 'agent1');
    await goAvailable(agent);
    const who = { name: 'Priya Nair', contact: 'priya@example.com', consent: 'declined' } as const;
    const callId = await callIn(customer, who);
    await acceptCall(agent, customer);
    const access = await roomAccess(callId);
    await expect.poll(() => present(callId)).toContain(access.identity);
    const cookie = await cookieOf(agent);
    const stream = await ask('GET', '/api/agent/stream', cookie);

    await ask('POST', '/api/auth/signout', cookie);
    await stream.text();
    expect((await ask('GET', '/api/agent/stream', cookie)).status).toBe(401);
    await expect.poll(() => present(callId)).not.toContain(access.identity);
    await agent.page.getByText('You have been signed out').waitFor();

    await comeBackWith(access);
    await expect.poll(() => present(callId)).not.toContain(access.identity);
    expect(await statusOf(stack.databaseUrl, callId)).toBe('active');

    await signIn(agent, stack, 'agent1');
    await agent.page.getByRole('button', { name: /^Hang up/ }).waitFor();
    expect((await roomAccess(callId)).identity).not.toBe(access.identity);
    await expect.poll(async () => (await present(callId)).length).toBe(2);
    await endCall(agent, customer);
  });

  it('begin with at most five of 60 passwords guessed at once', async () => {
    const guesses = Array.from({ length: 60 }, (_, index) =>
      tryToSignIn('supervisor', `guess ${index}`),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(55);
  });

  it('offer strangers nothing but what our pages use', async () => {
    const log = { method: 'POST', body: `{"level":"error","code":"${'x'.repeat(60_000)}"}` };
    const headers = { 'content-type': 'application/json' };
    expect((await raw.send('/api/auth/_log', { ...log, headers })).status).toBe(404);
    expect((await raw.send('/api/auth/verify-request')).status).toBe(404);
    expect((await raw.send('/api/auth/providers')).status).toBe(200);
    const odd = await tryToSignIn('agent1\u0000', 'whatever');
    expect(odd.status).toBe(401);
    expect(odd.text).toContain('error=CredentialsSignin');
    expect(odd.text).not.toContain('0x00');
  });

  it('outlive an outage of Postgres, during which nobody is told a wrong reason', async () => {
    const cookie = await cookieOf(agent);
    await stack.stop('postgres');
    const session = await ask('GET', '/api/auth/session', cookie);
    expect(session.status).toBe(503);
    expect(session.headers.get('set-cookie')).toBeNull();
    expect((await ask('POST', '/api/auth/signout', cookie)).status).toBe(503);

    await customer.page.goto('/auth/signin');
    await customer.page.getByLabel('Username').fill('agent2');
    await customer.page.getByLabel('Password').fill('whatever it is');
    await customer.page.getByRole('button', { name: 'Sign in' }).click();
    await customer.page.getByText('You cannot be signed in now').waitFor();

    await stack.start('postgres');
    await expect
      .poll(async () => (await ask('GET', '/api/auth/session', cookie)).json().catch(() => null))
      .toMatchObject({ user: { role: 'agent' } });
  });

  async function roomAccess(callId: CallId): Promise<RoomAccess> {
    const answer = await agent.page.request.post(`/api/calls/${callId}/token`, {
      headers: { origin: stack.urls.web, 'x-reader': 'agent' },
      data: {},
    });
    return roomAccessSchema.parse(await answer.json());
  }

  async function present(callId: CallId): Promise<string[]> {
    const { url, apiKey, apiSecret } = stack.livekit;
    const rooms = new RoomServiceClient(url, apiKey, apiSecret);
    return (await rooms.listParticipants(callId)).map(({ identity }) => identity);
  }

  /** Uses a token that was handed out before, as a page that was changed by its user could. */
  async function comeBackWith({ url, token }: RoomAccess): Promise<void> {
    const room = new Room();
    const left = new Promise((resolve) => room.once(RoomEvent.Disconnected, resolve));
    const cameAt = performance.now();
    await room.connect(url, token, { autoSubscribe: true, dynacast: false });
    const joinedAt = performance.now();
    await left;
    process.stdout.write(
      `Joined in ${Math.round(joinedAt - cameAt)} ms, put out ${Math.round(performance.now() - joinedAt)} ms later.\n`,
    );
  }

  async function cookieOf({ page }: Person): Promise<string> {
    const cookies = await page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  function ask(method: string, path: string, cookie: string): Promise<Response> {
    const headers = { cookie, origin: stack.urls.web };
    return fetch(`${stack.urls.web}${path}`, { method, headers, redirect: 'manual' });
  }

  async function tryToSignIn(username: string, password: string) {
    const { text } = await raw.send('/api/auth/csrf');
    const { csrfToken } = JSON.parse(text) as { csrfToken: string };
    const form = new URLSearchParams({ csrfToken, username, password, json: 'true' });
    return raw.send('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
  }
});
