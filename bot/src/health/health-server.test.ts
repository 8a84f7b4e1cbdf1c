import { networkInterfaces } from 'node:os';
import { freePort } from '@agent/testing/free-port';
import { describe, expect, it, onTestFinished } from 'vitest';
import { botEnvSchema } from '../env-schema.ts';
import { healthRoutes, serveHealth } from './health-server.ts';
import { createMetrics } from './metrics.ts';

function setUp(missing: string[] = []) {
  const metrics = createMetrics();
  metrics.watch(10, () => [{ outboxDepth: 2 }, { outboxDepth: 3 }]);
  return healthRoutes({ registry: metrics.registry, missing: async () => missing });
}

describe('the health routes', () => {
  it('tell that the process is alive whatever else is away', async () => {
    expect((await setUp(['postgres']).request('/healthz')).status).toBe(200);
  });

  it('name what is missing while the bot is not ready', async () => {
    const answer = await setUp(['postgres', 'livekit']).request('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      status: 'not-ready',
      unreachable: ['postgres', 'livekit'],
    });
    expect((await setUp().request('/readyz')).status).toBe(200);
  });

  it('print the calls, the capacity and the outbox as they are now', async () => {
    const text = await (await setUp().request('/metrics')).text();
    expect(text).toMatch(/^bot_calls 2$/m);
    expect(text).toMatch(/^bot_capacity_calls 10$/m);
    expect(text).toMatch(/^bot_outbox_events 5$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });
});

describe('serveHealth', () => {
  it('answers on this machine alone unless another address is named', async () => {
    const host = botEnvSchema.shape.BOT_HOST.parse(undefined);
    const port = await freePort();
    const { registry } = createMetrics();
    const server = await serveHealth({ host, port, registry, missing: async () => [] });
    onTestFinished(() => server.close());
    expect(server.address).toBe('127.0.0.1');
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200);
    for (const address of addressesOfThisMachine()) {
      await expect(fetch(`http://${address}:${port}/metrics`), address).rejects.toThrow();
    }
  });

  it('takes no name for an address', () => {
    expect(botEnvSchema.shape.BOT_HOST.safeParse('everywhere').success).toBe(false);
    expect(botEnvSchema.shape.BOT_HOST.parse('0.0.0.0')).toBe('0.0.0.0');
  });
});

function addressesOfThisMachine(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}
