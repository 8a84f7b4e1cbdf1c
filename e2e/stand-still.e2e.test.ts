import { type CallEvent, type CallId, roomAccessSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { loadScript, type Script } from '@agent/testing/script';
import { signalFamily } from '@agent/testing/signal-family';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf, storedEvents } from './call-log.ts';
import { acceptCall, callIn, endCall, openPair, type Pair, type Person } from './people.ts';
import { startTestStack } from './test-stack.ts';

describe('a call while a part of the stack stands still', () => {
  let stack: Stack;
  let script: Script;
  let pair: Pair;
  let customer: Person;
  let agent: Person;
  let callId: CallId;

  beforeAll(async () => {
    stack = await startTestStack();
    script = await loadScript('double-charge');
  });
  afterAll(() => stack?.close());
  beforeEach(async () => {
    pair = await openPair(stack, script.wavPaths, 'agent1');
    ({ customer, agent } = pair);
    callId = await callIn(customer, { name: 'James Carter', contact: 'james.carter@example.com' });
  });
  afterEach(async () => {
    await pair.close();
  });

  it('answers at once while Postgres stands still, loses no word and does nothing twice', async () => {
    await acceptCall(agent, customer);
    await untilHeard(1);
    await signalFamily(postgresPid(), 'SIGSTOP');
    try {
      await sendChat(customer, 'Written while the database stood still');
      const startedAtMs = performance.now();
      const refused = await customer.page.request.get('/api/calls/current');
      const tookMs = Math.round(performance.now() - startedAtMs);
      process.stdout.write(
        `With Postgres standing still a request was refused after ${tookMs} ms.\n`,
      );
      expect(refused.status()).toBe(503);
      expect(refused.headers()['retry-after']).toBe('2');
      for (const { page } of [customer, agent]) {
        await page.getByText('The server cannot be reached').first().waitFor();
      }
    } finally {
      await signalFamily(postgresPid(), 'SIGCONT');
    }
    for (const { page } of [customer, agent]) {
      await page.getByText('The server cannot be reached').waitFor({ state: 'detached' });
    }
    const heard = eventsOf(await log(), 'segment.final').length;
    await untilHeard(heard + 2);
    const text = 'Written once it went on';
    await sendChat(customer, text);
    await agent.page.getByText(text, { exact: true }).waitFor();
    const events = await log();
    expect(eventsOf(events, 'transcript.gap')).toEqual([]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
    const messages = eventsOf(events, 'chat.message').map(({ data }) => data.text);
    expect(new Set(messages).size).toBe(messages.length);
    await endCall(agent, customer);
  });

  it('is accepted at once while LiveKit stands still, says so, and goes on with it', async () => {
    await agent.page.getByRole('button', { name: 'Accept' }).waitFor();
    stack.kill('livekit', 'SIGSTOP');
    try {
      const startedAtMs = performance.now();
      await acceptCall(agent, customer);
      const tookMs = Math.round(performance.now() - startedAtMs);
      process.stdout.write(`With LiveKit standing still both saw the call after ${tookMs} ms.\n`);
      for (const { page } of [customer, agent]) {
        await page.getByText('Connection lost').first().waitFor();
      }
    } finally {
      stack.kill('livekit', 'SIGCONT');
    }
    for (const { page } of [customer, agent]) {
      await page.getByText('Connection lost').first().waitFor({ state: 'detached' });
    }
    await untilHeard(1);
    await endCall(agent, customer);
  });

  it('keeps the words that are cut off by the end, and lets nobody into the room any more', async () => {
    await acceptCall(agent, customer);
    await untilHeard(2);
    const answer = await customer.page.request.post(`/api/calls/${callId}/token`, {
      headers: { origin: stack.urls.web },
      data: {},
    });
    const { token } = roomAccessSchema.parse(await answer.json());
    expect(await mayEnter(token)).toBe(true);

    const interim = agent.page.locator('[data-segment-id][data-state=interim]').first();
    await expect.poll(async () => wordsOf(await interim.textContent()).length).toBeGreaterThan(3);
    const segmentId = (await interim.getAttribute('data-segment-id')) ?? '';
    await agent.page.keyboard.press('Control+Shift+E');
    await customer.page.getByRole('heading', { name: 'The call has ended' }).waitFor();
    await expect.poll(() => mayEnter(token)).toBe(false);
    await expect
      .poll(async () => finalOf(await log(), segmentId), { timeout: 20_000 })
      .toBeDefined();
    expect(await mayEnter(token)).toBe(false);
    await agent.page.locator(`[data-segment-id="${segmentId}"][data-state=final]`).waitFor();

    const events = await log();
    const [accepted] = eventsOf(events, 'call.accepted');
    const [ended] = eventsOf(events, 'call.ended');
    const endMs = Date.parse(ended?.at ?? '') - Date.parse(accepted?.at ?? '');
    const lastMs = Math.max(...eventsOf(events, 'segment.final').map(({ data }) => data.endMs));
    process.stdout.write(`The last word ends ${endMs - lastMs} ms before the call.\n`);
  });

  function finalOf(events: readonly CallEvent[], segmentId: string) {
    return eventsOf(events, 'segment.final').find(({ data }) => data.segmentId === segmentId);
  }

  /** Asks LiveKit as a browser does before it joins. */
  async function mayEnter(token: string): Promise<boolean> {
    const url = stack.livekit.url.replace(/^ws/, 'http');
    const response = await fetch(`${url}/rtc/validate?access_token=${token}`);
    return response.ok;
  }

  function wordsOf(text: string | null): string[] {
    return (text ?? '').split(/\s+/).filter(Boolean);
  }

  function postgresPid(): number {
    const { postgres } = stack.pids;
    if (postgres === undefined) throw new Error('The stack runs its own Postgres.');
    return postgres;
  }

  async function sendChat({ page }: Person, text: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Message' }).fill(text);
    await page.getByRole('button', { name: 'Send message' }).click();
  }

  function log(): Promise<CallEvent[]> {
    return storedEvents(stack.databaseUrl, callId);
  }

  async function untilHeard(count: number): Promise<void> {
    await expect
      .poll(async () => eventsOf(await log(), 'segment.final').length, {
        timeout: 60_000,
        interval: 500,
      })
      .toBeGreaterThanOrEqual(count);
  }
});
