import { readFileSync } from 'node:fs';
import { apiErrorSchema, callViewSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRawClient, type RawAnswer, type RawClient } from './raw-client.ts';
import { type HeldStream, holdStream } from './streams-of.ts';
import { startTestStack } from './test-stack.ts';

/** What only the built server shows: the other tests of the API call its handlers without Next. */
describe('the web server as it is built', () => {
  let stack: Stack;
  let agent: RawClient;
  let stranger: RawClient;

  beforeAll(async () => {
    stack = await startTestStack({}, ['postgres', 'livekit', 'web']);
    agent = openRawClient(stack.urls.web);
    stranger = openRawClient(stack.urls.web);
    await agent.signIn(userNamed('agent1'));
  });
  afterAll(async () => {
    agent?.close();
    stranger?.close();
    await stack?.close();
  });

  it('says at its field that an e-mail address is taken', async () => {
    const customer = { name: 'Maria Twice', email: 'MARIA@example.com', phone: '' };
    const answer = await agent.post('/api/customers', customer);
    expect(answer.status).toBe(409);
    expect(errorIn(answer)).toMatchObject({
      code: 'conflict',
      fields: { email: 'Another customer has this e-mail address.' },
    });
  });

  it.each([
    ['/', 200],
    ['/call', 200],
    ['/metricsx', 404],
    ['/nope/nope', 404],
    ['/_next/static/nope.js', 404],
    ['/_next/image?url=x', 400],
    ['/favicon.ico', 404],
    ['/api/nope', 404],
    ['/api', 404],
    ['/api/calls/not-a-call', 404],
    ['/api/auth/csrf', 200],
    ['/healthz', 200],
    ['/metrics', 200],
  ])('has one content security policy on %s, and the other headers', async (path, status) => {
    const { status: answered, headers } = await stranger.send(path);
    expect(answered).toBe(status);
    expect(headers['content-security-policy']).toMatch(/^default-src '(none|self)';/);
    expect(headers['content-security-policy']).not.toMatch(/default-src.*default-src/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['GET', '/api/calls/%', 400],
    ['GET', '/api/calls/%E0%A4%A/chat', 400],
    ['POST', '/api/%', 400],
    ['TRACE', '/api/calls', 405],
    ['DELETE', '/api/calls', 405],
    ['GET', '/api/calls', 405],
    ['DELETE', '/api/nope', 404],
    ['PROPFIND', '/api/calls/current', 405],
    ['GET', `/api/calls/${'a'.repeat(5_000)}`, 414],
    ['GET', '/api/nope', 404],
    ['POST', '/api/nope', 404],
    ['GET', '/api/customers/search?query=%', 401],
  ])('answers %s %s in our words', async (method, path, status) => {
    const answer = await stranger.send(path, { method });
    expect(answer.status).toBe(status);
    expect(errorIn(answer).message).toMatch(/^[A-Z][^{}<>]+\.$/);
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });

  it('answers what is no address, host, cookie or request without a fault', async () => {
    for (const path of ['/%', '/call/%E0%A4%A', '*', '/%00', `/${'a'.repeat(6_000)}`]) {
      const { status, text } = await stranger.send(path);
      expect([400, 414], path).toContain(status);
      expect(text, path).toMatch(/^This address .*\.\n$/);
    }
    const action = { 'next-action': 'x', 'content-type': 'text/plain' };
    const posted = await stranger.send('/call', { method: 'POST', headers: action, body: 'x' });
    expect(posted.status).toBe(405);
    for (const headers of [
      { cookie: 'call=%; next-auth.session-token=%E0%A4%A; start=%' },
      { cookie: `call=${'a.'.repeat(3_000)}` },
      { cookie: '=;;;=%00;call' },
      { 'x-forwarded-host': 'a/b' },
      { host: 'ours:port' },
      { 'x-forwarded-proto': 'javascript' },
      { referer: '%' },
      { 'next-action': 'x' },
      { rsc: '1', 'next-router-state-tree': '%' },
    ]) {
      for (const path of ['/', '/call', '/api/calls/current', '/api/auth/session']) {
        const { status } = await stranger.send(path, { headers });
        expect(status, `${path} ${JSON.stringify(headers)}`).toBeLessThan(500);
      }
    }
    const overflow = await stranger.send('/', { headers: { cookie: 'a'.repeat(20_000) } });
    expect(overflow.status).toBe(431);
    expect(overflow.text).toBe('The headers of this request are too large.\n');
    expect(readFileSync(`${stack.dataDir}/logs/web.log`, 'utf8')).not.toMatch(/^\s+at /m);
  });

  it('asks who sends something before it reads a byte of it', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '60000' };
    const path = '/api/calls/0193d5d2-8a4e-7a3e-9c39-0d3c4f6f1a10/chat';
    const sent = { method: 'POST', headers, body: '{' };
    expect((await stranger.sendPart(path, sent)).status).toBe(401);
    expect((await agent.sendPart(path, sent)).status).toBe(404);
  });

  it('makes one call of the starts that one browser sends at once', async () => {
    const browser = openRawClient(stack.urls.web);
    await browser.send('/call');
    const call = {
      name: 'Ada',
      contact: 'twice@example.com',
      consent: 'accepted',
      noticeVersion: '1',
    };
    const answers = await Promise.all([1, 2, 3].map(() => browser.post('/api/calls', call)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const ids = answers.map(({ text }) => callViewSchema.parse(JSON.parse(text)).callId);
    expect(new Set(ids).size).toBe(1);
    expect((await browser.post(`/api/calls/${ids[0]}/leave`, {})).status).toBe(204);
    const next = await browser.post('/api/calls', call);
    const { callId } = callViewSchema.parse(JSON.parse(next.text));
    expect(callId).not.toBe(ids[0]);
    // A customer left waiting would be offered to the agents of the tests that come.
    expect((await browser.post(`/api/calls/${callId}/leave`, {})).status).toBe(204);
    browser.close();
  });

  it('answers 64 KB of spaces as a name at once', async () => {
    const startedAt = performance.now();
    const name = `a${' '.repeat(60_000)}a`;
    const answer = await stranger.post('/api/calls', { name, contact: 'a@example.com' });
    expect(answer.status).toBe(400);
    const tookMs = Math.round(performance.now() - startedAt);
    process.stdout.write(`A name of 60,000 spaces: ${tookMs} ms\n`);
  });

  it('answers 300 HEADs over one connection and keeps no stream', async () => {
    const one = openRawClient(stack.urls.web, 1);
    await one.signIn(userNamed('agent1'));
    const heads = Array.from({ length: 300 }, () =>
      one.send('/api/agent/stream', { method: 'HEAD' }),
    );
    const answers = await Promise.all(heads);
    expect(answers.every(({ status, text }) => status === 200 && text === '')).toBe(true);
    expect(await openStreams()).toBe(0);
    one.close();
  });

  it('keeps 4 of 200 streams of one person, and tells another desk of its changes at once', async () => {
    const path = '/api/agent/stream';
    const held: HeldStream[] = [];
    for (let count = 0; count < 200; count += 1) {
      held.push(await holdStream(stack.urls.web, agent, path));
    }
    await expect.poll(openStreams).toBe(4);
    await expect.poll(() => held.filter((one) => one.isOver()).length).toBe(196);
    expect(held.slice(0, 196).every((one) => one.text().includes('event: replaced'))).toBe(true);
    const other = openRawClient(stack.urls.web);
    await other.signIn(userNamed('agent2'));
    const desk = await holdStream(stack.urls.web, other, path);
    const startedAt = performance.now();
    for (let change = 0; change < 20; change += 1) {
      const status = change % 2 === 0 ? 'available' : 'break';
      expect((await other.post('/api/agent/status', { status })).status).toBe(204);
      await expect.poll(() => lastStatus(desk.text()), { interval: 5 }).toBe(status);
    }
    process.stdout.write(
      `20 changes of another desk: ${Math.round(performance.now() - startedAt)} ms\n`,
    );
    for (const one of [...held, desk]) one.close();
    other.close();
    await expect.poll(openStreams).toBe(0);
  });

  it('asks to come back while Postgres is away, and works again after it', async () => {
    await stack.stop('postgres');
    const call = {
      name: 'Ada',
      contact: 'ada@example.com',
      consent: 'accepted',
      noticeVersion: '1',
    };
    for (const answer of [
      await agent.send('/api/agent/stream'),
      await agent.send('/api/customers/search?query=maria'),
      await stranger.post('/api/calls', call),
    ]) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(errorIn(answer).code).toBe('unavailable');
    }
    await stack.start('postgres');
    await expect
      .poll(async () => (await agent.send('/api/customers/search?query=maria')).status)
      .toBe(200);
  });

  /** As the meters of the server tell. */
  async function openStreams(): Promise<number> {
    const { text } = await stranger.send('/metrics');
    const figures = [...text.matchAll(/^web_open_streams\{.*\} (\d+)$/gm)];
    return figures.reduce((sum, [, count]) => sum + Number(count), 0);
  }

  function userNamed(name: string) {
    const user = stack.users.find(({ username }) => username === name);
    if (!user) throw new Error(`The stack has no user ${name}.`);
    return user;
  }
});

function errorIn({ text }: RawAnswer) {
  return apiErrorSchema.parse(JSON.parse(text)).error;
}

/** What the newest event of a desk's stream says. */
function lastStatus(text: string): string | undefined {
  return text
    .match(/"status":"(available|break|offline)","statusSince/g)
    ?.at(-1)
    ?.split('"')[3];
}
