import { setAgentStatus } from '@agent/store';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createRound } from './calls/dispatch.ts';
import { addCall } from './test-support/calls-in-state.ts';
import { type Harness, startHarness } from './test-support/harness.ts';
import { errorOf, send } from './test-support/send.ts';
import { customerHeader } from './test-support/viewers.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

it('says that it cannot serve now while Postgres is away, and goes on when it is back', async () => {
  const { services, people, postgres } = harness;
  const { id: callId } = (await addCall(harness)).call;
  const cookie = await customerHeader(harness, callId);
  const view = { file: 'api/calls/[id]/route.ts', method: 'GET', callId, cookie };
  const ready = { file: 'readyz/route.ts', method: 'GET' };
  const onChange = vi.fn();
  services.changeFeed.onDesk(people.owner.id, onChange);
  const round = createRound(services);
  await round();

  await postgres.stop();
  const refused = await send(view);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('2');
  expect(await errorOf(refused)).toEqual({
    code: 'unavailable',
    message: 'The service cannot be reached. Try again in a few seconds.',
  });
  expect((await send(ready)).status).toBe(503);
  const onCall = vi.fn();
  services.changeFeed.onCall(callId, onCall);
  await round();

  await postgres.start();
  await vi.waitFor(async () => expect((await send(view)).status).toBe(200), 10_000);
  expect((await send(ready)).status).toBe(200);
  await round();
  await vi.waitFor(async () => {
    onChange.mockClear();
    await setAgentStatus(services.db, people.owner.id, 'break');
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), 500);
  }, 15_000);
  await vi.waitFor(() => expect(onCall).toHaveBeenCalled(), 10_000);
});

it('says within seconds that it cannot serve now while Postgres stands still', async () => {
  const { postgres } = harness;
  const { id: callId } = (await addCall(harness)).call;
  const cookie = await customerHeader(harness, callId);
  const view = { file: 'api/calls/[id]/route.ts', method: 'GET', callId, cookie };
  expect((await send(view)).status).toBe(200);
  await postgres.freeze();
  try {
    const startedAtMs = performance.now();
    const refused = await send(view);
    const tookMs = Math.round(performance.now() - startedAtMs);
    process.stdout.write(`Refused ${tookMs} ms after asking a Postgres that stands still.\n`);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
  } finally {
    await postgres.thaw();
  }
  await vi.waitFor(async () => expect((await send(view)).status).toBe(200), 10_000);
}, 60_000);
