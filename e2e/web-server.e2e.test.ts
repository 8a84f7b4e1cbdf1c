import { apiErrorSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRawClient, type RawAnswer, type RawClient } from './raw-client.ts';
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

  function userNamed(name: string) {
    const user = stack.users.find(({ username }) => username === name);
    if (!user) throw new Error(`The stack has no user ${name}.`);
    return user;
  }
});

function errorIn({ text }: RawAnswer) {
  return apiErrorSchema.parse(JSON.parse(text)).error;
}
