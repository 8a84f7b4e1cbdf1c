import type { CallEvent } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsEverywhere } from './axe.ts';
import { eventsOf, storedEvents } from './call-log.ts';
import { startTalking, type TalkingPair, untilTalkGoesOn } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

/** A payment takes longer; what is said meanwhile is enough to be missed. */
const PAUSE_MS = 8_000;

describe('by the keyboard alone', () => {
  let stack: Stack;
  let pair: TalkingPair;
  let desk: Page;

  beforeAll(async () => {
    stack = await startTestStack();
    pair = await startTalking(stack, 'agent1');
    desk = pair.agent.page;
    await untilTalkGoesOn(stack, pair);
  });
  afterAll(async () => {
    await pair?.customer.close();
    await pair?.agent.close();
    await stack?.close();
  });

  it('an agent pauses the recording and goes on, and both sides see it', async () => {
    const { page: customer } = pair.customer;
    await customer.getByText('Recording', { exact: true }).first().waitFor();
    await desk.keyboard.press('p');
    await desk.getByText('goes on by itself in').waitFor();
    await customer.getByText('Recording paused').first().waitFor();
    expect(await faultsEverywhere(customer)).toEqual([]);
    expect(await faultsEverywhere(desk)).toEqual([]);
    await desk.waitForTimeout(PAUSE_MS);
    await desk.keyboard.press('p');
    await customer.getByText('Recording', { exact: true }).first().waitFor();
    await untilTalkGoesOn(stack, pair);
    const events = await log();
    const [paused] = eventsOf(events, 'recording.paused');
    const [resumed] = eventsOf(events, 'recording.resumed');
    const pausedMs = Date.parse(resumed?.at ?? '') - Date.parse(paused?.at ?? '');
    expect(pausedMs).toBeGreaterThan(PAUSE_MS - 1_000);
  });

  it('ends the call, reads the draft and finishes', async () => {
    await desk.keyboard.press('Control+Shift+E');
    await desk.getByRole('radio', { name: 'Resolved' }).waitFor({ timeout: 60_000 });
    expect(await faultsEverywhere(desk)).toEqual([]);
    await tabTo('input[type=radio]');
    await desk.keyboard.press('Space');
    await tabTo('button:has-text("Finish")');
    await desk.keyboard.press('Enter');
    await desk.getByText('Waiting for the next call').waitFor();
  });

  it('finds it by a word, and opens it at that second', async () => {
    const said = eventsOf(await log(), 'segment.final').find(({ data }) =>
      /[a-z]{6}/i.test(data.text),
    );
    const word = said?.data.text.match(/[a-z]{6,}/i)?.[0] ?? '';
    await desk.goto('/agent');
    await desk.locator('main').waitFor();
    // Who is available keeps the desk open: another page comes in a window of its own.
    await desk.getByText('(in a new window)').first().waitFor({ state: 'attached' });
    const opened = desk.context().waitForEvent('page');
    await desk.keyboard.press('g');
    await desk.keyboard.press('h');
    desk = await opened;
    await desk.waitForURL(/\/calls\/history/);
    await goToSearch();
    await desk.keyboard.type(word);
    expect(await desk.getByRole('searchbox').inputValue()).toBe(word);
    await desk
      .getByRole('link', { name: new RegExp(`\\d:\\d\\d.*${word}`, 'i') })
      .first()
      .waitFor();
    expect(await faultsEverywhere(desk)).toEqual([]);
    await tabTo('a[href*="?t="]');
    await desk.keyboard.press('Enter');
    await desk.waitForURL(new RegExp(`/calls/${pair.callId}\\?t=`));
    await desk.getByRole('slider').first().waitFor();
  });

  it('hears it, a mark and a line on, faster and found by a word', async () => {
    await desk.keyboard.press('Home');
    expect(await second()).toBe(0);
    await desk.keyboard.press('Space');
    await expect.poll(second, { timeout: 30_000 }).toBeGreaterThan(0);
    await desk.keyboard.press('Space');
    await desk.keyboard.press('Home');
    await desk.keyboard.press('ArrowRight');
    expect(await second()).toBe(5);
    await desk.keyboard.press('Home');
    await desk.keyboard.press('Shift+ArrowRight');
    await expect.poll(second).toBeGreaterThan(0);
    await desk.keyboard.press('.');
    await desk.keyboard.press('>');
    await desk.keyboard.press('?');
    await desk.getByRole('dialog').waitFor();
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('/');
    await desk.keyboard.type('the');
    expect(await faultsEverywhere(desk)).toEqual([]);
    expect(pair.agent.pageErrors).toEqual([]);
  });

  /** The second that the slider speaks. */
  async function second(): Promise<number> {
    return Number(await desk.getByRole('slider').first().getAttribute('aria-valuenow'));
  }

  async function log(): Promise<CallEvent[]> {
    return storedEvents(stack.databaseUrl, pair.callId);
  }

  /** Presses the search's key until it leads there: a page's text is there before it listens for keys. */
  async function goToSearch(): Promise<void> {
    const focused = desk.getByRole('searchbox').and(desk.locator('*:focus'));
    const press = async () => {
      await desk.keyboard.press('/');
      return focused.count();
    };
    await expect.poll(press, { timeout: 30_000 }).toBe(1);
  }

  /** Presses Tab until the focus is on something like this. */
  async function tabTo(selector: string): Promise<void> {
    const wanted = desk.locator(selector);
    for (let presses = 0; presses < 80; presses++) {
      const focused = desk.locator('*:focus');
      if ((await focused.and(wanted).count()) > 0) return;
      await desk.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${selector}`);
  }
});
