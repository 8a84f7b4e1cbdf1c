import { apiErrorSchema } from '@agent/protocol';
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
      await other.post('/api/agent/status', { status });
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
