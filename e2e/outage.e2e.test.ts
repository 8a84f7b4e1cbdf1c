import type { Stack } from '@agent/scripts/stack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, storedEvents } from './call-log.ts';
import { acceptCall, callIn, endCall } from './people.ts';
import { startTalking, type TalkingPair, untilTalkGoesOn, wordsOn } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

describe('a call whose media server fails', () => {
  let stack: Stack;
  let pair: TalkingPair;

  beforeAll(async () => {
    stack = await startTestStack();
    pair = await startTalking(stack, 'agent1');
    await untilTalkGoesOn(stack, pair);
  });
  afterAll(async () => {
    await pair?.customer.close();
    await pair?.agent.close();
    await stack?.close();
  });

  it('says so while LiveKit hangs, goes on when it wakes up, and tells what was not heard', async () => {
    const before = (await gaps()).length;
    stack.kill('livekit', 'SIGSTOP');
    await Promise.all([untilTold(15_000), passed(15_000)]);
    stack.kill('livekit', 'SIGCONT');
    await untilTalkGoesOn(stack, pair);
    await expect
      .poll(async () =>
        (await gaps())
          .slice(before)
          .map(({ data }) => data.speaker)
          .toSorted(),
      )
      .toEqual(['agent', 'customer']);
  });

  it.each([30_000, 90_000])(
    'is the same call after LiveKit was away for %i ms, and both sides are told',
    async (awayMs) => {
      const before = (await gaps()).length;
      await takeAway();
      await Promise.all([untilTold(awayMs), passed(awayMs)]);
      for (const { page } of [pair.customer, pair.agent]) {
        expect(await wordsOn(page).notices.allInnerTexts()).toEqual([
          expect.stringMatching(/(Reconnecting|Connection lost)/),
        ]);
      }
      await stack.start('livekit');
      const backAtMs = performance.now();
      await untilTalkGoesOn(stack, pair);
      const tookMs = Math.round(performance.now() - backAtMs);
      process.stdout.write(
        `After ${awayMs} ms without LiveKit the talk goes on in ${tookMs} ms.\n`,
      );
      const told = (await gaps()).slice(before);
      expect(told.map(({ data }) => data.speaker)).toEqual(
        expect.arrayContaining(['customer', 'agent']),
      );
    },
  );

  it('leaves both free for another call', async () => {
    await endCall(pair.agent, pair.customer);
    await pair.customer.page.getByRole('button', { name: 'Call again' }).click();
    const who = { name: 'James Carter', contact: 'james.carter@example.com' };
    const callId = await callIn(pair.customer, who);
    await acceptCall(pair.agent, pair.customer);
    await untilTalkGoesOn(stack, { ...pair, callId });
    expect([...pair.customer.pageErrors, ...pair.agent.pageErrors]).toEqual([]);
  });

  async function gaps() {
    return eventsOf(await storedEvents(stack.databaseUrl, pair.callId), 'transcript.gap');
  }

  /** A server that dies; it is not asked to end, which would take it 10 s. */
  async function takeAway(): Promise<void> {
    stack.kill('livekit', 'SIGKILL');
    await stack.stop('livekit');
  }

  /** Waits until both sides are told that the connection does not carry. */
  async function untilTold(timeout: number): Promise<void> {
    await Promise.all(
      [pair.customer, pair.agent].map(({ page }) =>
        wordsOn(page)
          .notices.getByText(/^(Reconnecting…|Connection lost)$/)
          .waitFor({ timeout }),
      ),
    );
  }
});

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
