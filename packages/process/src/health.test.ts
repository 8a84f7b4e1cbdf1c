import { networkInterfaces } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { healthRoutes, serveHealth } from './health.ts';

const registry = { contentType: 'text/plain; version=0.0.4', metrics: async () => 'calls 2\n' };
const setUp = (missing: string[] = []) => healthRoutes({ registry, missing: async () => missing });

it('tells that the process is alive whatever else is away', async () => {
  expect((await setUp(['postgres']).request('/healthz')).status).toBe(200);
});

it('names what is missing while the process is not ready', async () => {
  const answer = await setUp(['postgres', 'livekit']).request('/readyz');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({
    status: 'not-ready',
    unreachable: ['postgres', 'livekit'],
  });
  expect((await setUp().request('/readyz')).status).toBe(200);
});

it('prints the meters of a process that has some', async () => {
  const answer = await setUp().request('/metrics');
  expect(await answer.text()).toBe('calls 2\n');
  expect(answer.headers.get('content-type')).toBe(registry.contentType);
  const without = healthRoutes({ missing: async () => [] });
  expect((await without.request('/metrics')).status).toBe(404);
});

it('answers on the address that is named and on no other', async () => {
  const missing = async () => [];
  const server = await serveHealth({ host: '127.0.0.1', port: 0, registry, missing });
  onTestFinished(() => server.close());
  expect(server.address).toBe('127.0.0.1');
  const { port } = server;
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200);
  for (const address of addressesOfThisMachine()) {
    await expect(fetch(`http://${address}:${port}/metrics`), address).rejects.toThrow();
  }
});

it('says that its port is taken', async () => {
  const options = { host: '127.0.0.1', missing: async () => [] };
  const first = await serveHealth({ ...options, port: 0 });
  onTestFinished(() => first.close());
  await expect(serveHealth({ ...options, port: first.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

function addressesOfThisMachine(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}
