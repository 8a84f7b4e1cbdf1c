import type { CallEvent, CallId } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { loadScript } from '@agent/testing/script';
import { wordErrors } from '@agent/testing/word-errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, storedEvents } from './call-log.ts';
import { suggestionCards } from './desk.ts';
import { type DeskMoment, deskText, stillDesk } from './desk-text.ts';
import { acceptCall, callIn, openPair, type Person } from './people.ts';
import { playerPositionMs, reachPlayers, recordPlayed, transcribe } from './played-sound.ts';
import { startTestStack } from './test-stack.ts';

const MAX_WORD_ERROR_RATE = 0.15;
const LIVE_DESK = 'main';
const PAST_DESK = '.desk-frame-still';

describe('a call that is over', () => {
  let stack: Stack;
  let customer: Person;
  let agent: Person;
  let callId: CallId;
  let events: CallEvent[];
  let answeredAtMs: number;
  const moments: DeskMoment[] = [];

  beforeAll(async () => {
    stack = await startTestStack();
    const { wavPaths } = await loadScript('late-delivery');
    ({ customer, agent } = await openPair(stack, wavPaths, 'agent1'));
    await reachPlayers(agent.page);
  });
  afterAll(async () => {
    await customer?.close();
    await agent?.close();
    await stack?.close();
  });

  it('was talked, seen and recorded', async () => {
    callId = await callIn(customer, { name: 'Maria Santos', contact: 'maria@example.com' });
    await acceptCall(agent, customer);
    await customer.page.getByText('Recording').first().waitFor();
    const { page } = agent;
    await page.locator('[data-segment-id][data-state=final]').first().waitFor();
    moments.push(await stillDesk(page, LIVE_DESK));
    await suggestionCards(page).first().waitFor({ timeout: 60_000 });
    moments.push(await stillDesk(page, LIVE_DESK));
    await page.keyboard.press('u');
    await page.getByText('Mentioned').first().waitFor({ timeout: 60_000 });
    moments.push(await stillDesk(page, LIVE_DESK));
    for (const words of [/disappointed/i, /business days/i]) {
      await page
        .locator('[data-segment-id][data-state=final]', { hasText: words })
        .waitFor({ timeout: 60_000 });
      moments.push(await stillDesk(page, LIVE_DESK));
    }
    expect(moments.some(({ text }) => text.cards.length > 0)).toBe(true);
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('radio', { name: 'Follow-up' }).check();
    await page.getByRole('button', { name: /^Finish/ }).click();
    await page.getByText('Waiting for the next call').waitFor();
  });

  it('has its sound within a minute', async () => {
    await expect
      .poll(async () => eventsOf(await log(), 'recording.ready').length, {
        timeout: 60_000,
        interval: 1_000,
      })
      .toBe(1);
    events = await log();
    const [accepted, ended] = [eventsOf(events, 'call.accepted'), eventsOf(events, 'call.ended')];
    answeredAtMs = Date.parse(accepted[0]?.at ?? '');
    const talkMs = Date.parse(ended[0]?.at ?? '') - answeredAtMs;
    const [ready] = eventsOf(events, 'recording.ready');
    expect(Math.abs((ready?.data.durationMs ?? 0) - talkMs)).toBeLessThan(2_000);
    expect(eventsOf(events, 'recording.lost')).toEqual([]);
  });

  it('is found by a word that was said, and opens at that second', async () => {
    const { page } = agent;
    await page.goto('/calls/history');
    await page.getByRole('searchbox').fill('disappointed');
    const hit = page.getByRole('link', { name: /\d:\d\d.*disappointed/i });
    await hit.first().click();
    await page.waitForURL(new RegExp(`/calls/${callId}\\?t=`));
    const said = eventsOf(events, 'segment.final').find(({ data }) =>
      /disappointed/i.test(data.text),
    );
    const slider = page.getByRole('slider').first();
    await slider.waitFor();
    const atSecond = Number(await slider.getAttribute('aria-valuenow'));
    expect(Math.abs(atSecond * 1000 - (said?.data.startMs ?? 0))).toBeLessThan(2_000);
  });

  it('shows the desk as the agent saw it, at each of five moments and however one gets there', async () => {
    expect(moments).toHaveLength(5);
    for (const { atMs, text } of [...moments, ...moments.toReversed()]) {
      await agent.page.goto(`/calls/${callId}?t=${secondAfter(atMs)}`);
      await agent.page.getByRole('slider').first().waitFor();
      await expect.poll(() => deskText(agent.page, PAST_DESK)).toEqual(text);
    }
  });

  it('can be heard: what is played is what was said', async () => {
    const { page } = agent;
    const finals = eventsOf(events, 'segment.final').toSorted(
      (one, other) => one.data.startMs - other.data.startMs,
    );
    const first = finals.find(({ data }) => /frustrating|nobody/i.test(data.text)) ?? finals[0];
    const fromMs = first?.data.startMs ?? 0;
    const spoken = finals.filter(
      ({ data }) => data.startMs >= fromMs && data.endMs <= fromMs + 25_000,
    );
    const untilMs = Math.max(...spoken.map(({ data }) => data.endMs));
    await page.goto(`/calls/${callId}?t=${Math.floor(fromMs / 1000)}`);
    await page.getByRole('button', { name: /^Play/ }).click();
    await expect.poll(() => playerPositionMs(page)).toBeGreaterThan(0);
    const startedMs = (await playerPositionMs(page)) ?? 0;
    const heard = await transcribe(stack, await recordPlayed(page, untilMs - startedMs + 300));
    const said = spoken.map(({ data }) => data.text).join(' ');
    const errors = wordErrors(said, heard);
    process.stdout.write(
      `${errors.referenceWords} words heard again, ${(errors.rate * 100).toFixed(1)} % wrong.\n`,
    );
    expect(errors.rate).toBeLessThan(MAX_WORD_ERROR_RATE);
    expect(agent.pageErrors).toEqual([]);
  });

  it('is nothing for another agent, nor for the customer', async () => {
    for (const path of ['', '/events', '/recording', '/waveform', '/download', '/comments']) {
      const answer = await customer.page.request.get(`/api/sessions/${callId}${path}`);
      expect([401, 403, 404]).toContain(answer.status());
    }
  });

  async function log(): Promise<CallEvent[]> {
    return storedEvents(stack.databaseUrl, callId);
  }

  /** The first whole second of the call at or after a moment. */
  function secondAfter(atMs: number): number {
    return Math.ceil((atMs - answeredAtMs) / 1000);
  }
});
