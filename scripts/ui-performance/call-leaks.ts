import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { launchBrowser, withPage } from './browser.ts';
import { type LiveObjects, liveObjects } from './live-objects.ts';
import { type LivekitRoom, openLivekitRoom } from './livekit-room.ts';
import { type BuildMode, servePages } from './pages.ts';

/** What is left over after calls that were joined and left. */
export interface CallLeaks {
  mode: BuildMode;
  calls: number;
  /** While the last call was on: what there is to let go of. */
  during: LiveObjects;
  afterFive: LiveObjects;
  afterAll: LiveObjects;
  /** After as many again that were left while they were joining. */
  afterHurried: LiveObjects;
}

/** Calls after which nothing may be added any more: the first ones load and compile. */
const warmUpCalls = 5;
const joinWithinMs = 30_000;
/** Hurried calls are left that much later each: before, while and after the microphone opens. */
const stepMs = 20;
/** After these the browser has closed what it closes later: before the next call, before counting. */
const settleMs = { beforeCall: 300, beforeCount: 2_000 };

/**
 * Joins and leaves a room of a real LiveKit again and again, with Chromium's fake microphone, while the
 * other side speaks; `development` has StrictMode at work. Counts what is left over.
 */
export async function callLeaks(
  mode: BuildMode,
  calls: number,
  workDir: string,
): Promise<CallLeaks> {
  const pages = await servePages(mode, workDir);
  const room = await openLivekitRoom(workDir);
  const browser = await launchBrowser('withMicrophone');
  const address = `${pages.url}audio-call.html`;
  try {
    return await withPage(browser, address, async (customer) => {
      const [measured] = await Promise.all([
        withPage(browser, address, (agent) => measure(agent, calls, room)),
        joinCall(customer, room, 'customer'),
      ]);
      return { mode, calls, ...measured };
    });
  } finally {
    await browser.close();
    await room.close();
    await pages.close();
  }
}

async function measure(page: Page, calls: number, room: LivekitRoom) {
  await joinAndLeave(page, warmUpCalls, room);
  const afterFive = await countWhenSettled(page);
  await joinAndLeave(page, calls - warmUpCalls - 1, room);
  await joinCall(page, room, 'agent');
  const during = await liveObjects(page);
  await leaveCall(page);
  const afterAll = await countWhenSettled(page);
  for (let call = 0; call < calls; call += 1) await leaveWhileJoining(page, room, call * stepMs);
  return { during, afterFive, afterAll, afterHurried: await countWhenSettled(page) };
}

async function countWhenSettled(page: Page): Promise<LiveObjects> {
  await sleep(settleMs.beforeCount);
  return liveObjects(page);
}

async function joinAndLeave(page: Page, times: number, room: LivekitRoom): Promise<void> {
  for (let call = 0; call < times; call += 1) {
    await joinCall(page, room, 'agent');
    await leaveCall(page);
  }
}

async function joinCall(page: Page, room: LivekitRoom, identity: string): Promise<void> {
  const token = await room.tokenFor(identity);
  const joined = page.evaluate(([url, ticket]) => window.audioCallPage.join(url, ticket), [
    room.url,
    token,
  ] as const);
  const inTime = new AbortController();
  const late = sleep(joinWithinMs, undefined, { signal: inTime.signal }).then(() => {
    throw new Error(`${identity} did not hear both sides`);
  });
  await Promise.race([joined, late]).finally(() => inTime.abort());
}

async function leaveWhileJoining(page: Page, room: LivekitRoom, afterMs: number): Promise<void> {
  const ticket = [room.url, await room.tokenFor('agent')] as const;
  await page.evaluate(([url, token]) => void window.audioCallPage.join(url, token), ticket);
  await sleep(afterMs);
  await leaveCall(page);
}

async function leaveCall(page: Page): Promise<void> {
  await page.evaluate(() => window.audioCallPage.leave());
  await sleep(settleMs.beforeCall);
}
