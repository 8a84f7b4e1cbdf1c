import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { provideServices } from '../services.ts';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness, testEnv } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { customerHeader } from '../test-support/viewers.ts';

const demo = { file: 'api/demo/route.ts', method: 'POST', body: { script: 'double-charge' } };

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  provideServices(harness.services);
});
afterAll(() => harness.close());

describe('limits', () => {
  it('lets one address start so many calls in a minute, whatever it says of itself', async () => {
    provideServices({ ...harness.services, env: { ...testEnv, CALL_STARTS_PER_MINUTE: 2 } });
    const body = { name: 'Ada', contact: 'a@example.com', consent: 'accepted', noticeVersion: '1' };
    const start = (peer: string) =>
      send({
        file: 'api/calls/route.ts',
        method: 'POST',
        body,
        headers: { 'x-peer-address': peer, 'x-forwarded-for': randomUUID() },
      });
    expect((await start('192.0.2.1')).status).toBe(201);
    expect((await start('192.0.2.1')).status).toBe(201);
    const refused = await start('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await start('192.0.2.2')).status).toBe(201);
  });

  it('stops one side from flooding the chat, not the other', async () => {
    const { id: callId } = await callInState(harness, 'active');
    const cookie = await customerHeader(harness, callId);
    const file = 'api/calls/[id]/chat/route.ts';
    const body = () => ({ messageId: randomUUID(), text: 'again' });
    const statuses = new Set<number>();
    for (let count = 0; count < 31; count++) {
      statuses.add((await send({ file, method: 'POST', callId, cookie, body: body() })).status);
    }
    expect([...statuses]).toEqual([201, 429]);
  });
});

describe('the scripted customer', () => {
  it('is asked to call in with the script', async () => {
    const callId = randomUUID();
    const fetch = vi.fn(async () => Response.json({ callId }));
    provideServices({ ...harness.services, fetch });
    const response = await send(demo);
    expect(await response.json()).toEqual({ callId });
    expect(fetch).toHaveBeenCalledWith(
      'http://127.0.0.1:8092/calls',
      expect.objectContaining({ method: 'POST', body: '{"script":"double-charge"}' }),
    );
  });

  it.each([
    ['is not there', () => Promise.reject(new TypeError('fetch failed'))],
    ['fails', async () => new Response('no', { status: 500 })],
    ['answers nonsense', async () => Response.json({ callId: 7 })],
  ])('that %s is a clear error', async (_title, fetch) => {
    provideServices({ ...harness.services, fetch });
    const response = await send(demo);
    expect(response.status).toBe(503);
    expect((await errorOf(response)).message).toContain('scripted customer');
  });

  it('does not exist without its address, and takes names of scripts only', async () => {
    const { DEMO_CALLER_URL: _url, ...env } = testEnv;
    expect((await send({ ...demo, body: { script: '../../etc' } })).status).toBe(400);
    provideServices({ ...harness.services, env: env as typeof testEnv });
    expect((await send(demo)).status).toBe(404);
  });
});
