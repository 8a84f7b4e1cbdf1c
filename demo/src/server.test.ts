import { aCallId } from '@agent/testing/ids';
import { describe, expect, it, vi } from 'vitest';
import { createDemoServer } from './server.ts';
import { WebClientError } from './web-client.ts';

const callId = aCallId();

function serverWith(overrides: Partial<Parameters<typeof createDemoServer>[0]> = {}) {
  const finish: (() => void)[] = [];
  const start = vi.fn(async () => ({
    callId,
    finished: new Promise<'ended'>((resolve) => finish.push(() => resolve('ended'))),
  }));
  const log = { info: vi.fn(), warn: vi.fn() };
  const signal = new AbortController().signal;
  const app = createDemoServer({ webUrl: 'http://localhost', log, signal, start, ...overrides });
  const post = (body?: string) =>
    app.request('/calls', { method: 'POST', ...(body === undefined ? {} : { body }) });
  return { app, post, start, finish };
}

describe('POST /calls', () => {
  it('answers with the call that is queued', async () => {
    const { post, start } = serverWith();
    const response = await post('{"script":"late-delivery"}');
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ callId });
    expect(start).toHaveBeenCalledWith(
      expect.objectContaining({ script: expect.objectContaining({ name: 'late-delivery' }) }),
    );
  });

  it('takes another script each time when none is named', async () => {
    const { post, start } = serverWith();
    await post();
    await post('{}');
    const names = start.mock.calls.map((args: unknown[]) => args[0]);
    expect(names).toMatchObject([
      { script: { name: 'double-charge' } },
      { script: { name: 'late-delivery' } },
    ]);
  });

  it('names the scripts when the request is wrong', async () => {
    const { post } = serverWith();
    for (const body of ['{"script":"../etc"}', '{"script":7}']) {
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('double-charge');
    }
  });

  it('places at most three calls at a time', async () => {
    const { post, finish } = serverWith();
    for (let call = 0; call < 3; call++) expect((await post()).status).toBe(202);
    expect((await post()).status).toBe(429);
    finish[0]?.();
    await vi.waitFor(async () => expect((await post()).status).toBe(202));
  });

  it('says that the web app refused, and is free for the next call', async () => {
    const start = () => Promise.reject(new WebClientError(503, 'The web app rests.'));
    const { post } = serverWith({ start, maxCalls: 1 });
    for (let call = 0; call < 2; call++) {
      const response = await post();
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('The web app rests.');
    }
  });
});

it('tells that it is alive and ready', async () => {
  const { app } = serverWith();
  for (const path of ['/healthz', '/readyz']) expect((await app.request(path)).status).toBe(200);
});
