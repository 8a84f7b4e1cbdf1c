import type { Stack } from '@agent/scripts/stack';
import { freePort } from '@agent/testing/free-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { botScenarioEnv, botScenarios, simulateInBot } from './bot-scenarios.ts';
import { query, statusOf } from './call-log.ts';
import { controlNetwork, type PageNetwork } from './page-network.ts';
import { networkFigures, remoteIdentities, scenarios, simulateInPage } from './page-rooms.ts';
import { endCall, openPerson } from './people.ts';
import { type ReceivedTraffic, recordTraffic } from './received-traffic.ts';
import {
  hasEvent,
  startTalking,
  type TalkingPair,
  untilTalkGoesOn,
  wordsOn,
} from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

/** What the bot is called in rooms; a customer must not see it. */
const botIdentity = /bot-[0-9a-f]{8}-/;

describe('connections that break in mid-call', () => {
  let stack: Stack;
  let botPort: number;
  let pair: TalkingPair;
  let traffic: ReceivedTraffic;
  let networks: PageNetwork[];

  beforeAll(async () => {
    botPort = await freePort();
    stack = await startTestStack(botScenarioEnv(botPort));
    pair = await startTalking(stack, 'agent1', {
      prepare: async ({ customer, agent }) => {
        traffic = await recordTraffic(customer.page);
        networks = [await controlNetwork(customer.page), await controlNetwork(agent.page)];
      },
    });
    await untilTalkGoesOn(stack, pair);
  });
  afterAll(async () => {
    await pair?.customer.close();
    await pair?.agent.close();
    await stack?.close();
  });

  // First: Chromium weakens UDP alone, and some of the scenarios leave the media on TCP.
  it('lives through 30 s of lost packets and long ways, while another goes on in new browsers', async () => {
    await Promise.all([weakNetwork(), newBrowsers()]);
  });

  it.each(scenarios)('goes on after “%s” on both sides', async (scenario) => {
    await Promise.all(
      [pair.customer, pair.agent].map(({ page }) => simulateInPage(page, scenario)),
    );
    await untilTalkGoesOn(stack, pair);
  });

  it.each(botScenarios)('goes on after %s of the bot', async (scenario) => {
    const { callId } = pair;
    const [last] = await query<{ seq: number }>(
      stack.databaseUrl,
      `select max(seq) as seq from call_events where call_id = '${callId}'`,
    );
    await simulateInBot(botPort, scenario);
    await untilTalkGoesOn(stack, pair);
    const saysLeft = `type = 'participant.left' and seq > ${last?.seq}`;
    expect(await hasEvent(stack, callId, saysLeft)).toBe(false);
  });

  it('shows the customer no trace of the bot through all of this', async () => {
    for (const { page, pageErrors } of [pair.customer, pair.agent]) {
      expect(await remoteIdentities(page)).toHaveLength(1);
      expect(pageErrors).toEqual([]);
    }
    expect(traffic.bytesBy()['web-socket']).toBeGreaterThan(0);
    expect(traffic.all()).not.toMatch(botIdentity);
  });

  it('ends by itself when a browser was killed and nobody comes back', async () => {
    await pair.agent.crash();
    const { notices } = wordsOn(pair.customer.page);
    await notices.getByText('Alex is not connected now').waitFor({ timeout: 30_000 });
    await pair.customer.page
      .getByRole('heading', { name: 'The call has ended' })
      .waitFor({ timeout: 90_000 });
    await pair.customer.page.getByText('The connection to Alex was gone for a minute').waitFor();
    expect(await statusOf(stack.databaseUrl, pair.callId)).toBe('wrap-up');
  });

  /** This call: a third of all packets is lost, and an answer takes half a second. */
  async function weakNetwork(): Promise<void> {
    await Promise.all(
      networks.map((network) => network.weaken({ lossPercent: 30, roundTripMs: 500 })),
    );
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    for (const { page } of [pair.customer, pair.agent]) {
      const { lost, roundTripMs } = await networkFigures(page);
      const badge = await wordsOn(page).badge.textContent();
      process.stdout.write(
        `Weak network: ${lost} packets lost, ${roundTripMs} ms there and back: ${badge}.\n`,
      );
      expect(lost).toBeGreaterThan(100);
      expect(roundTripMs).toBeGreaterThan(400);
    }
    await Promise.all(networks.map((network) => network.mend()));
    await untilTalkGoesOn(stack, pair);
  }

  /** Another call: both browsers are killed, one after the other, and both people come back. */
  async function newBrowsers(): Promise<void> {
    const other = await startTalking(stack, 'agent2', { consent: 'declined' });
    await untilTalkGoesOn(stack, other, []);
    for (const [side, left, words] of [
      ['customer', 'agent', 'James is not connected now'],
      ['agent', 'customer', 'Bo is not connected now'],
    ] as const) {
      const storageState = await other[side].crash();
      await wordsOn(other[left].page).notices.getByText(words).waitFor({ timeout: 30_000 });
      other[side] = await openPerson(stack, other.wavPaths[side], { loops: true, storageState });
      await other[side].page.goto(side === 'customer' ? '/call' : '/agent');
      await untilTalkGoesOn(stack, other, []);
    }
    await endCall(other.agent, other.customer);
    await other.customer.close();
    await other.agent.close();
  }
});
