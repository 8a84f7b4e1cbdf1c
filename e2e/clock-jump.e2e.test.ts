import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallId, type RoomAccess, roomAccessSchema } from '@agent/protocol';
import type { ServiceName, Stack } from '@agent/scripts/stack';
import { loadScript } from '@agent/testing/script';
import type { APIResponse } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { eventsOf, query, statusOf, storedEvents } from './call-log.ts';
import { acceptCall, callIn, endCall, openPair, type Pair, type Person } from './people.ts';
import { untilCalm } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

const HOUR_MS = 3_600_000;

describe('a clock that jumps by an hour in one process', () => {
  let stack: Stack;
  let folder: string;
  let pair: Pair;
  let customer: Person;
  let agent: Person;
  let callId: CallId;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clock-'));
    stack = await startTestStack({
      CLOCK_SHIFT_FILE: join(folder, 'shift'),
      NODE_OPTIONS: `--import=file://${join(import.meta.dirname, 'shifted-clock.ts')}`,
    });
    const { wavPaths } = await loadScript('double-charge');
    pair = await openPair(stack, wavPaths, 'agent1');
    ({ customer, agent } = pair);
    callId = await callIn(customer, { name: 'James Carter', contact: 'james@example.org' });
    await acceptCall(agent, customer);
    await untilHeard(1);
  });
  afterAll(async () => {
    await pair?.close();
    await stack?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('of the bot: it keeps the call, and what is said keeps its times', async () => {
    const [before] = await lease();
    for (const ms of [HOUR_MS, -HOUR_MS, 0]) {
      await jump('bot', ms);
      await untilHeard((await finals()).length + 1);
    }
    expect(await lease()).toEqual([before]);
    expect(eventsOf(await storedEvents(stack.databaseUrl, callId), 'transcript.gap')).toEqual([]);
    const [age] = await query<{ ms: number }>(
      stack.databaseUrl,
      `select extract(epoch from now() - answered_at)::float8 * 1000 as ms from calls where id = '${callId}'`,
    );
    for (const speaker of ['customer', 'agent']) {
      const spans = (await finals()).filter((data) => data.speaker === speaker);
      const starts = spans.map(({ startMs }) => startMs);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      for (const { startMs, endMs } of spans) expect(endMs).toBeGreaterThan(startMs);
      expect(Math.max(...spans.map(({ endMs }) => endMs))).toBeLessThan(age?.ms ?? 0);
    }
  });

  it('of the web app: nobody is signed out, and the room still opens', async () => {
    for (const ms of [HOUR_MS, -HOUR_MS]) {
      await jump('web', ms);
      const token = await post(customer, `/api/calls/${callId}/token`, {});
      const access = roomAccessSchema.parse(await token.json());
      expect(await opens(access)).toBe(true);
      const messageId = crypto.randomUUID();
      const said = await post(customer, `/api/calls/${callId}/chat`, { messageId, text: 'Hello' });
      expect(said.status()).toBe(201);
      const held = await post(agent, `/api/calls/${callId}/hold`, { held: false });
      expect(held.status()).toBe(204);
      const session = await agent.page.request.get('/api/auth/session');
      expect(await session.json()).toHaveProperty('user');
      expect((await fetch(`${stack.urls.web}/readyz`)).status).toBe(200);
    }
    await agent.page.reload();
    await Promise.all([untilCalm(customer), untilCalm(agent)]);
    await endCall(agent, customer);
    await jump('web', 0);
    expect(await statusOf(stack.databaseUrl, callId)).toBe('closed');
  });

  it('of the bot: it joins the next call, and the agent reads along', async () => {
    await jump('bot', HOUR_MS);
    await customer.page.getByRole('button', { name: 'Call again' }).click();
    callId = await callIn(customer, { name: 'James Carter', contact: 'james@example.org' });
    await acceptCall(agent, customer);
    // Interims come by LiveKit alone.
    await agent.page.locator('[data-segment-id][data-state=interim]').first().waitFor();
    await untilHeard(1);
    await endCall(agent, customer);
  });

  async function jump(service: ServiceName, ms: number): Promise<void> {
    await writeFile(join(folder, 'shift'), String(ms));
    stack.kill(service, 'SIGUSR2');
  }

  async function finals() {
    const events = await storedEvents(stack.databaseUrl, callId);
    return eventsOf(events, 'segment.final').map(({ data }) => data);
  }

  async function untilHeard(count: number): Promise<void> {
    const isHeard = async () => (await finals()).length >= count;
    await vi.waitUntil(isHeard, { timeout: 60_000, interval: 500 });
  }

  function lease() {
    const columns = `bot_id as "botId", bot_lease_until > now() as "isAlive"`;
    return query(stack.databaseUrl, `select ${columns} from calls where id = '${callId}'`);
  }

  function post({ page }: Person, path: string, data: object): Promise<APIResponse> {
    return page.request.post(path, { headers: { origin: stack.urls.web }, data });
  }
});

/** Whether the media server lets somebody in with this token. */
async function opens({ url, token }: RoomAccess): Promise<boolean> {
  const address = `${url.replace(/^ws/, 'http')}/rtc/validate?access_token=${token}`;
  return (await fetch(address)).ok;
}
