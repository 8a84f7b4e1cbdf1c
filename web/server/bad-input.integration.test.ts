import { randomUUID } from 'node:crypto';
import type { CallId } from '@agent/protocol';
import { READER_HEADER } from '@agent/protocol';
import { bumpSessionVersion, findCall, readCallEvents } from '@agent/store';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCall, callInState } from './test-support/calls-in-state.ts';
import { type Harness, startHarness, testEnv } from './test-support/harness.ts';
import { errorOf, type Sent, send } from './test-support/send.ts';
import { customerHeader, sessionHeader } from './test-support/viewers.ts';

const start = { file: 'api/calls/route.ts', method: 'POST' };
const chat = { file: 'api/calls/[id]/chat/route.ts', method: 'POST' };
const startBody = {
  name: 'Ada',
  contact: 'ada@example.com',
  consent: 'accepted',
  noticeVersion: '1',
};
const chatBody = (text: string) => ({ messageId: randomUUID(), text });

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

describe('requests that cannot be read', () => {
  const cases: { title: string; sent: Partial<Sent>; status: number; code: string }[] = [
    { title: 'wrong types', sent: { body: { name: 1 } }, status: 400, code: 'invalid-input' },
    { title: 'no object', sent: { body: 'null' }, status: 400, code: 'invalid-input' },
    { title: 'broken JSON', sent: { body: '{"name":' }, status: 400, code: 'invalid-input' },
    {
      title: 'bytes that are no text',
      sent: { body: streamOf([new Uint8Array([0xff, 0xfe])]) },
      status: 400,
      code: 'invalid-input',
    },
    {
      title: 'a form',
      sent: {
        body: 'name=Ada',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      status: 415,
      code: 'invalid-input',
    },
    {
      title: 'a huge body that says so',
      sent: { body: JSON.stringify({ ...startBody, name: 'x'.repeat(70_000) }) },
      status: 413,
      code: 'too-large',
    },
    {
      title: 'a huge body that comes in pieces',
      sent: { body: streamOf(Array.from({ length: 80 }, () => new Uint8Array(1024))) },
      status: 413,
      code: 'too-large',
    },
    {
      title: 'another origin',
      sent: { body: startBody, headers: { origin: 'https://evil.example' } },
      status: 403,
      code: 'forbidden',
    },
    {
      title: 'the origin of another port',
      sent: { body: startBody, headers: { origin: 'http://localhost:3001' } },
      status: 403,
      code: 'forbidden',
    },
    {
      title: 'an opaque origin',
      sent: { body: startBody, headers: { origin: 'null' } },
      status: 403,
      code: 'forbidden',
    },
  ];
  for (const { title, sent, status, code } of cases) {
    it(`answers ${title} with ${status}`, async () => {
      const response = await send({ ...start, ...sent });
      expect(response.status).toBe(status);
      expect((await errorOf(response)).code).toBe(code);
    });
  }

  it('takes another spelling of the loopback address as our own page', async () => {
    const headers = { origin: 'http://127.0.0.1:3000' };
    expect((await send({ ...start, body: startBody, headers })).status).toBe(201);
  });
});

describe('what customers type', () => {
  it.each([
    ['a control character in the name', { name: 'Ada\u0007' }, 'name'],
    ['a hidden direction mark in the name', { name: 'A\u202eda' }, 'name'],
    ['half a character in the name', { name: 'Ada\ud800' }, 'name'],
    ['an empty name', { name: '   ' }, 'name'],
    ['a contact that is neither e-mail nor phone', { contact: 'call me' }, 'contact'],
    ['an e-mail address without domain', { contact: 'ada@' }, 'contact'],
    ['a phone number that is too short', { contact: '+1 212' }, 'contact'],
    ['an unknown answer to the notice', { consent: 'maybe' }, 'consent'],
  ])('refuses %s and names the field', async (_title, change, field) => {
    const response = await send({ ...start, body: { ...startBody, ...change } });
    expect(response.status).toBe(400);
    expect((await errorOf(response)).fields).toHaveProperty(field);
  });

  it.each(['<script>alert(1)</script>', '"; drop table calls; --', "Zoë O'Brien {{7*7}}"])(
    'keeps %s as text',
    async (name) => {
      const response = await send({ ...start, body: { ...startBody, name } });
      const view = (await response.json()) as { callId: CallId; customerName: string };
      expect(view.customerName).toBe(name);
      expect(response.headers.get('content-type')).toContain('application/json');
      expect((await findCall(harness.services.db, view.callId))?.customerName).toBe(name);
    },
  );

  it('stores a phone number in one spelling', async () => {
    const body = { ...startBody, contact: '(212) 555-0123' };
    const { callId } = (await (await send({ ...start, body })).json()) as { callId: CallId };
    const call = await findCall(harness.services.db, callId);
    expect(call).toMatchObject({ contactKind: 'phone', contact: '+12125550123' });
  });

  it('writes no word of a customer into the log', async () => {
    const body = { ...startBody, name: 'Unmistakable Person', contact: 'unmistakable@example.com' };
    await send({ ...start, body });
    await send({ ...start, body: { ...body, name: 'Unmistakable\u0000' } });
    expect(harness.logLines.join('')).not.toContain('nmistakable');
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['an escape sequence', '\u001b[31mred'],
    ['half a character', 'a\ud800'],
    ['nothing but spaces', '  \n '],
    ['more than 2,000 characters', 'x'.repeat(2001)],
  ])('refuses %s in the chat', async (_title, text) => {
    const { id: callId } = await callInState(harness, 'active');
    const cookie = await customerHeader(harness, callId);
    const response = await send({ ...chat, callId, cookie, body: chatBody(text) });
    expect(response.status).toBe(400);
    expect((await errorOf(response)).fields).toHaveProperty('text');
  });

  it('keeps HTML in the chat as text, once, however often it is sent', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const cookie = await customerHeader(harness, callId);
    const body = chatBody('<img src=x onerror=alert(1)>');
    const first = await send({ ...chat, callId, cookie, body });
    const second = await send({ ...chat, callId, cookie, body });
    expect(await second.json()).toEqual(await first.json());
    const options = { audience: 'public', afterSeq: 0, limit: 100 } as const;
    const { envelopes } = await readCallEvents(harness.services.db, callId, options);
    const messages = envelopes.filter(({ event }) => event.type === 'chat.message');
    expect(messages.map(({ event }) => event.data)).toEqual([
      { messageId: body.messageId, from: 'customer', text: body.text },
    ]);
  });

  it.each([
    ['rating', 'POST', { score: 5, comment: 'a\u0000' }, 'comment'],
    ['rating', 'POST', { score: 6 }, 'score'],
    ['rating', 'POST', { score: 2.5 }, 'score'],
    ['wrap-up', 'PUT', { disposition: null, notes: '\u0000' }, 'notes'],
    ['wrap-up', 'POST', { disposition: null, notes: '' }, 'disposition'],
  ])('refuses a wrong %s', async (path, method, body, field) => {
    const { id: callId } = await callInState(harness, 'wrap-up');
    const agent = await sessionHeader(harness, harness.people.owner);
    const cookie = path === 'rating' ? await customerHeader(harness, callId) : agent;
    const file = `api/calls/[id]/${path}/route.ts`;
    const response = await send({ file, method, callId, cookie, body });
    expect(response.status).toBe(400);
    expect((await errorOf(response)).fields).toHaveProperty(field);
  });
});

describe('calls that are not there or over', () => {
  it.each(['not-a-uuid', '../admin', randomUUID(), "' or 1=1 --"])(
    'does not know the call %s',
    async (callId) => {
      const cookie = await sessionHeader(harness, harness.people.owner);
      for (const path of ['', '/token', '/hangup', '/chat', '/events', '/offer/accept']) {
        const isRead = path === '' || path === '/events';
        const response = await send({
          file: `api/calls/[id]${path}/route.ts`,
          method: isRead ? 'GET' : 'POST',
          callId,
          cookie,
          body: path === '/chat' ? chatBody('hello') : undefined,
        });
        expect(response.status).toBe(404);
      }
    },
  );

  it.each(['token', 'chat', 'hold', 'recording-pause'])(
    'refuses %s after the end in plain words',
    async (path) => {
      const { id: callId } = await callInState(harness, 'wrap-up');
      const cookie = await sessionHeader(harness, harness.people.owner);
      const body = path === 'chat' ? chatBody('hello') : { held: true, paused: true };
      const file = `api/calls/[id]/${path}/route.ts`;
      const response = await send({ file, method: 'POST', callId, cookie, body });
      expect(response.status).toBe(409);
      expect(await errorOf(response)).toMatchObject({ message: 'This call has ended.' });
    },
  );

  it('takes one rating only', async () => {
    const { id: callId } = await callInState(harness, 'wrap-up');
    const cookie = await customerHeader(harness, callId);
    const rating = { file: 'api/calls/[id]/rating/route.ts', method: 'POST', callId, cookie };
    expect((await send({ ...rating, body: { score: 4 } })).status).toBe(204);
    expect((await send({ ...rating, body: { score: 1 } })).status).toBe(409);
    expect((await findCall(harness.services.db, callId))?.rating).toBe(4);
  });

  it('refuses a page of events after something that is no number', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const cookie = await customerHeader(harness, callId);
    const events = { file: 'api/calls/[id]/events/route.ts', method: 'GET', callId, cookie };
    for (const query of ['?after=x', '?after=-1', '?after=1e99', '?after=1.5']) {
      expect((await send({ ...events, query })).status).toBe(400);
    }
  });
});

describe('cookies', () => {
  const view = { file: 'api/calls/[id]/route.ts', method: 'GET' };

  it('refuses a customer cookie that was tampered with', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const cookie = await customerHeader(harness, callId);
    const [header, payload, signature] = cookie.slice('call='.length).split('.');
    const other = Buffer.from(JSON.stringify({ sub: callId, exp: 9e9 })).toString('base64url');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    const cookies = [`${header}.${other}.${signature}`, `${unsigned}.${payload}.`, 'x', ''];
    for (const value of cookies) {
      expect((await send({ ...view, callId, cookie: `call=${value}` })).status).toBe(401);
    }
  });

  it('refuses a customer cookie made with another secret or for something else', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const make = (secret: string, audience: string) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(callId)
        .setAudience(audience)
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(secret));
    for (const token of [
      await make('z'.repeat(32), 'call-customer'),
      await make(testEnv.CALL_COOKIE_SECRET, 'something-else'),
    ]) {
      expect((await send({ ...view, callId, cookie: `call=${token}` })).status).toBe(401);
    }
  });

  it('refuses a customer cookie after a day, and after the call is closed and rated', async () => {
    const { id: callId } = await callInState(harness, 'wrap-up');
    const cookie = await customerHeader(harness, callId);
    await send({
      file: 'api/calls/[id]/rating/route.ts',
      method: 'POST',
      callId,
      cookie,
      body: { score: 4 },
    });
    expect((await send({ ...view, callId, cookie })).status).toBe(200);
    const agent = await sessionHeader(harness, harness.people.owner);
    const body = { disposition: 'resolved', notes: '' };
    const wrapUp = { file: 'api/calls/[id]/wrap-up/route.ts', method: 'POST' };
    await send({ ...wrapUp, callId, cookie: agent, body });
    expect((await send({ ...view, callId, cookie })).status).toBe(404);

    const { id: second } = (await addCall(harness)).call;
    const old = await customerHeader(harness, second);
    const { now } = harness.clock;
    harness.clock.now = new Date(now.getTime() + 24 * 3_600_000 + 1000);
    expect((await send({ ...view, callId: second, cookie: old })).status).toBe(401);
    harness.clock.now = now;
  });

  it('refuses a session that was tampered with, is too old, or was revoked', async () => {
    const status = { file: 'api/agent/status/route.ts', method: 'POST', body: { status: 'break' } };
    const { owner, otherAgent } = harness.people;
    const good = await sessionHeader(harness, owner);
    expect((await send({ ...status, cookie: good })).status).toBe(204);
    expect((await send({ ...status, cookie: `${good.slice(0, -4)}AAAA` })).status).toBe(401);

    const halfADayAgo = new Date(harness.services.now().getTime() - 12 * 3_600_000);
    const old = await sessionHeader(harness, owner, halfADayAgo);
    expect((await send({ ...status, cookie: old })).status).toBe(401);

    const revoked = await sessionHeader(harness, otherAgent);
    await bumpSessionVersion(harness.services.db, otherAgent.id);
    expect((await send({ ...status, cookie: revoked })).status).toBe(401);
  });

  it('renews the session of somebody who is at work', async () => {
    const cookie = await sessionHeader(harness, harness.people.owner);
    const status = { file: 'api/agent/status/route.ts', method: 'POST', body: { status: 'break' } };
    const young = await send({ ...status, cookie });
    expect(young.headers.get('set-cookie')).toBeNull();
    const { now } = harness.clock;
    harness.clock.now = new Date(now.getTime() + 120_000);
    const later = await send({ ...status, cookie });
    expect(later.headers.get('set-cookie')).toMatch(/^next-auth\.session-token=.*Max-Age=1800/);
    harness.clock.now = now;
  });

  it('asks the page when one browser holds both sides', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const session = await sessionHeader(harness, harness.people.owner);
    const cookie = `${await customerHeader(harness, callId)}; ${session}`;
    const viewerOf = async (reader: string) => {
      const headers = { [READER_HEADER]: reader };
      const response = await send({ ...view, callId, cookie, headers });
      return ((await response.json()) as { viewer: string }).viewer;
    };
    expect(await viewerOf('agent')).toBe('agent');
    expect(await viewerOf('customer')).toBe('customer');
  });

  it('shows a call to nobody as what it is not', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const cookies = {
      customer: await customerHeader(harness, callId),
      agent: await sessionHeader(harness, harness.people.owner),
    };
    const statusAs = async (cookie: string, reader: string) => {
      const headers = { [READER_HEADER]: reader };
      return (await send({ ...view, callId, cookie, headers })).status;
    };
    expect(await statusAs(cookies.customer, 'agent')).toBe(404);
    expect(await statusAs(cookies.agent, 'customer')).toBe(404);
    expect(await statusAs(cookies.agent, 'everybody')).toBe(400);
  });
});

function streamOf(parts: Uint8Array[]): ReadableStream<Uint8Array> {
  const waiting = [...parts];
  return new ReadableStream({
    pull(controller) {
      const part = waiting.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
}
