import type { CallId } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { loadScript, type Script } from '@agent/testing/script';
import { wordErrors } from '@agent/testing/word-errors';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, query, storedEvents } from './call-log.ts';
import { acceptCall, callIn, goAvailable, openPerson, type Person, signIn } from './people.ts';
import { finalTextOf, shownText } from './shown-text.ts';
import { loggedErrors, scriptText } from './spoken-words.ts';
import { startTestStack } from './test-stack.ts';

const sides = ['customer', 'agent'] as const;
const MAX_WORD_ERROR_RATE = 0.15;

describe('a call between two browsers', () => {
  let stack: Stack;
  let script: Script;
  let customer: Person;
  let agent: Person;
  let callId: CallId;
  const customerTraffic: Buffer[] = [];

  beforeAll(async () => {
    stack = await startTestStack();
    script = await loadScript('late-delivery');
    customer = await openPerson(stack, script.wavPaths.customer);
    agent = await openPerson(stack, script.wavPaths.agent);
    customer.page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => customerTraffic.push(Buffer.from(payload)));
    });
  });
  afterAll(async () => {
    await customer?.close();
    await agent?.close();
    await stack?.close();
  });

  it('brings the customer through the line to the agent', async () => {
    callId = await callIn(customer, { name: 'Maria Santos', contact: 'maria@example.com' });
    await customer.page
      .getByText(/You are (next|number)/)
      .first()
      .waitFor();
    await signIn(agent, stack, 'agent1');
    await goAvailable(agent);
    await agent.page.getByRole('alertdialog').getByText('Maria Santos').waitFor();
    await acceptCall(agent, customer);
  });

  it('counts two participants and shows the customer no trace of the bot', async () => {
    await expect.poll(() => botIdentities()).toHaveLength(1);
    await expect.poll(async () => (await rooms().listRooms([callId]))[0]?.numParticipants).toBe(2);
  });

  it('shows provisional text before it is final', async () => {
    for (const { page } of [customer, agent]) {
      await page.locator('[data-segment-id][data-state=interim]').first().waitFor();
    }
  });

  it('carries chat both ways', async () => {
    await customer.page.getByRole('textbox', { name: 'Message' }).fill('My order is <b>4521</b>');
    await customer.page.getByRole('button', { name: 'Send message' }).click();
    await agent.page.getByText('My order is <b>4521</b>', { exact: true }).waitFor();
    await agent.page.getByRole('textbox', { name: 'Message' }).fill('Thank you, Maria');
    await agent.page.getByRole('textbox', { name: 'Message' }).press('Enter');
    await customer.page.getByText('Thank you, Maria', { exact: true }).waitFor();
  });

  it('shows both sides’ words on both screens, once and in order', async () => {
    await untilSpoken();
    for (const { page } of [customer, agent]) {
      for (const side of sides) {
        const errorRate = async () => {
          const heard = finalTextOf(await shownText(page), side);
          return wordErrors(scriptText(script, side), heard).rate;
        };
        await expect.poll(errorRate).toBeLessThan(MAX_WORD_ERROR_RATE);
      }
      const shown = await shownText(page);
      expect(shown.faults).toEqual([]);
      expect(shown.segments.some(({ interims }) => interims > 1)).toBe(true);
    }
  }, 120_000);

  it('brings the call back whole when the agent reloads', async () => {
    const before = await finalsOf(agent);
    await agent.page.reload();
    await agent.page.getByRole('button', { name: /^Hang up/ }).waitFor();
    await expect
      .poll(() => finalsOf(agent).then((finals) => finals.slice(0, before.length)))
      .toEqual(before);
  });

  it('mutes, holds and resumes by key', async () => {
    await agent.page.keyboard.press('m');
    await agent.page.getByRole('button', { name: /^Unmute/ }).waitFor();
    await agent.page.keyboard.press('h');
    await customer.page
      .getByText(/on hold/i)
      .first()
      .waitFor();
    const resume = agent.page.getByRole('button', { name: /^Resume/ });
    await expect.poll(() => resume.isEnabled()).toBe(true);
    await agent.page.keyboard.press('h');
    await expect.poll(() => customer.page.getByText(/on hold/i).count()).toBe(0);
  });

  it('ends for both, with a rating and a wrap-up', async () => {
    await agent.page.keyboard.press('Control+Shift+E');
    await customer.page.getByRole('heading', { name: 'The call has ended' }).waitFor();
    await customer.page.getByRole('radio', { name: /5/ }).check({ force: true });
    await customer.page
      .getByLabel('Anything to add?')
      .fill('Fast & friendly <script>alert(1)</script>');
    await customer.page.getByRole('button', { name: 'Send' }).click();
    await customer.page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await agent.page.getByRole('radio', { name: 'Resolved' }).check();
    await agent.page.getByLabel('Notes').fill('Refund issued.');
    await agent.page.getByRole('button', { name: /^Finish/ }).click();
    await agent.page.getByText('Waiting for the next call').waitFor();
  });

  it('stores exactly what was shown', async () => {
    const events = await storedEvents(stack.databaseUrl, callId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const finals = eventsOf(events, 'segment.final').map(({ data }) => [data.segmentId, data.text]);
    const shown = (await shownText(customer.page)).segments;
    expect(new Map(finals.map(([id, text]) => [id, text]))).toEqual(
      new Map(shown.filter(({ state }) => state === 'final').map(({ id, text }) => [id, text])),
    );
    expect(eventsOf(events, 'call.rated')[0]?.data.score).toBe(5);
    expect(eventsOf(events, 'call.wrapped-up')[0]?.data).toMatchObject({
      disposition: 'resolved',
      notes: expect.stringMatching(/^Refund issued\.\nReason/),
    });
    expect(eventsOf(events, 'chat.message')).toHaveLength(2);
    expect(eventsOf(events, 'transcript.gap')).toEqual([]);
  });

  it('kept the bot out of every byte the customer’s browser received', async () => {
    const [row] = await identitiesOfPeople();
    expect(row).toBeDefined();
    const traffic = Buffer.concat(customerTraffic);
    expect(traffic.byteLength).toBeGreaterThan(0);
    for (const identity of seenBotIdentities) expect(traffic.includes(identity)).toBe(false);
    expect(await customer.page.locator('body').textContent()).not.toMatch(/\bbot\b/i);
    expect([...customer.pageErrors, ...agent.pageErrors]).toEqual([]);
  });

  const seenBotIdentities = new Set<string>();

  /** Identities of the participants that are neither of the two people; the server's admin API sees hidden ones. */
  async function botIdentities(): Promise<string[]> {
    const people = await identitiesOfPeople();
    const participants = await rooms().listParticipants(callId);
    const bots = participants
      .map(({ identity }) => identity)
      .filter((identity) => !people.some((row) => Object.values(row).includes(identity)));
    for (const identity of bots) seenBotIdentities.add(identity);
    return bots;
  }

  async function identitiesOfPeople() {
    return query<{ customerIdentity: string; agentIdentity: string }>(
      stack.databaseUrl,
      `select customer_identity as "customerIdentity", agent_identity as "agentIdentity" from calls where id = '${callId}'`,
    );
  }

  function rooms(): RoomServiceClient {
    const { url, apiKey, apiSecret } = stack.livekit;
    return new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret);
  }

  async function finalsOf({ page }: Person): Promise<string[]> {
    const { segments } = await shownText(page);
    return segments.filter(({ state }) => state === 'final').map(({ text }) => text);
  }

  /** Waits until the last words of each side have been stored. */
  async function untilSpoken(): Promise<void> {
    await expect
      .poll(
        async () => {
          const { customer, agent } = loggedErrors(
            script,
            await storedEvents(stack.databaseUrl, callId),
          );
          return customer.deletions + agent.deletions;
        },
        { timeout: script.durationMs + 20_000, interval: 1_000 },
      )
      .toBeLessThanOrEqual(6);
  }
});
