import { describe, expect, it } from 'vitest';
import { healthRoutes } from './health-server.ts';
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
