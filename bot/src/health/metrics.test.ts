import { healthRoutes } from '@agent/process/health';
import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('prints the calls, the capacity and the outbox as they are now', async () => {
  const { registry, watch } = createMetrics();
  watch(10, () => [{ outboxDepth: 2 }, { outboxDepth: 3 }]);
  const routes = healthRoutes({ registry, missing: async () => [] });
  const text = await (await routes.request('/metrics')).text();
  expect(text).toMatch(/^bot_calls 2$/m);
  expect(text).toMatch(/^bot_capacity_calls 10$/m);
  expect(text).toMatch(/^bot_outbox_events 5$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
});
