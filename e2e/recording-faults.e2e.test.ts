import { readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallEvent } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf, storedEvents } from './call-log.ts';
import { startTalking, type TalkingPair, untilTalkGoesOn } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

/** What is held when a bot dies is lost: a sentence, 5 s, and the time until another has the call. */
const MOST_LOST_MS = 60_000;

describe('a call that is recorded while a part of the stack fails', () => {
  let stack: Stack;
  let pair: TalkingPair;

  beforeAll(async () => {
    stack = await startTestStack();
  });
  afterAll(async () => {
    await stack?.close();
  });
  beforeEach(async () => {
    pair = await startTalking(stack, 'agent1', { recording: 'accepted' });
    await untilTalkGoesOn(stack, pair);
  });
  afterEach(async () => {
    await pair.customer.close();
    await pair.agent.close();
  });

  it('is heard before and after the death of its bot, and what is missing is told', async () => {
    stack.kill('bot', 'SIGKILL');
    await untilTalkGoesOn(stack, pair);
    await endTalk();
    const events = await untilReady();
    const lost = eventsOf(events, 'recording.lost').filter(
      ({ data }) => data.reason === 'bot-restarted',
    );
    expect(lost).toHaveLength(1);
    expect(lost[0]?.data.endMs).toBeLessThan((lost[0]?.data.startMs ?? 0) + MOST_LOST_MS);
    expect(eventsOf(events, 'recording.started')).toHaveLength(2);
    expect(await soundSeconds()).toBeCloseTo(talkSeconds(events), -1);
  });

  it('waits for a store that is away at the end, says so, and is ready once it is back', async () => {
    const store = join(stack.dataDir, 'recordings');
    await rename(store, `${store}-away`).catch(() => undefined);
    await writeFile(store, 'not a folder');
    await endTalk();
    const { page } = pair.agent;
    await page.goto(`/calls/${pair.callId}`);
    await page.getByText('The sound is still being put together').waitFor();
    await page.getByRole('slider').first().waitFor();
    expect(eventsOf(await log(), 'recording.ready')).toEqual([]);
    await rm(store);
    await rename(`${store}-away`, store).catch(() => undefined);
    const events = await untilReady();
    expect(await soundSeconds()).toBeCloseTo(talkSeconds(events), -1);
  });

  it('goes on when the disk loses what was recorded, and tells that the sound is lost', async () => {
    const spool = join(stack.dataDir, 'recordings-spool');
    await rm(spool, { recursive: true, force: true });
    await writeFile(spool, 'not a folder');
    try {
      await untilTalkGoesOn(stack, pair);
      await endTalk();
    } finally {
      await rm(spool);
    }
    await expect
      .poll(async () => eventsOf(await log(), 'recording.lost').length, { timeout: 90_000 })
      .toBeGreaterThan(0);
    expect(eventsOf(await log(), 'segment.final').length).toBeGreaterThan(3);
    const { page } = pair.agent;
    await page.goto(`/calls/${pair.callId}`);
    await page.getByText('The sound of this call was lost').waitFor();
  });

  it('is stored once Postgres is back that was away at its end', async () => {
    await pair.agent.page.keyboard.press('Control+Shift+E');
    await stack.stop('postgres');
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    await stack.start('postgres');
    await finishTalk();
    const events = await untilReady();
    expect(await soundSeconds()).toBeCloseTo(talkSeconds(events), -1);
  });

  it('plays what is left of a file that was cut, and says when nothing can be played', async () => {
    await endTalk();
    await untilReady();
    const [sound] = (await filesIn(join(stack.dataDir, 'recordings'))).filter(
      (path) => path.includes(pair.callId) && path.endsWith('.webm'),
    );
    expect(sound).toBeDefined();
    const { page } = pair.agent;
    for (const bytes of [9_000, 60, 0]) {
      await truncate(sound ?? '', bytes);
      await page.goto(`/calls/${pair.callId}`);
      await page.getByRole('slider').first().waitFor();
      await page.getByRole('button', { name: /^Play/ }).click();
      await movesOn(page);
    }
    await page.getByText('The sound could not be loaded').waitFor();
  });

  /** The playhead goes on, with sound or by the times of the log. */
  async function movesOn(page: Page): Promise<void> {
    const second = async () =>
      Number(await page.getByRole('slider').first().getAttribute('aria-valuenow'));
    const before = await second();
    await expect.poll(second, { timeout: 30_000 }).toBeGreaterThan(before);
  }

  async function endTalk(): Promise<void> {
    await pair.agent.page.keyboard.press('Control+Shift+E');
    await finishTalk();
  }

  async function finishTalk(): Promise<void> {
    const { page } = pair.agent;
    await page.getByRole('radio', { name: 'Resolved' }).check({ timeout: 60_000 });
    await page.getByRole('button', { name: /^Finish/ }).click();
    await page.getByText('Waiting for the next call').waitFor();
  }

  async function log(): Promise<CallEvent[]> {
    return storedEvents(stack.databaseUrl, pair.callId);
  }

  async function untilReady(): Promise<CallEvent[]> {
    await expect
      .poll(async () => eventsOf(await log(), 'recording.ready').length, {
        timeout: 90_000,
        interval: 1_000,
      })
      .toBe(1);
    return log();
  }

  /** Length of the sound as a browser finds it. */
  async function soundSeconds(): Promise<number> {
    const { page } = pair.agent;
    return page.evaluate(async (url) => {
      const player = new Audio(url);
      await new Promise((resolve, reject) => {
        player.onloadedmetadata = resolve;
        player.onerror = () => reject(new Error(player.error?.message ?? 'no sound'));
      });
      return player.duration;
    }, `/api/sessions/${pair.callId}/recording`);
  }
});

function talkSeconds(events: readonly CallEvent[]): number {
  const [accepted] = eventsOf(events, 'call.accepted');
  const [ended] = eventsOf(events, 'call.ended');
  return (Date.parse(ended?.at ?? '') - Date.parse(accepted?.at ?? '')) / 1000;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
