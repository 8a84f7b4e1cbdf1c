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
  /** After as many again that were left while the browser asked for the microphone; then came the yes. */
  afterLateYes: LiveObjects;
  /** Most microphones that were live at once a moment after a call was left. */
  mostLeftOn: number;
}

/** Calls after which nothing may be added any more: the first ones load and compile. */
const warmUpCalls = 5;
const stepWithinMs = 30_000;
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
  const leftOn: number[] = [];
  const leave = async () => void leftOn.push(await leaveCall(page));
  const joinAndLeave = async (times: number) => {
    for (let call = 0; call < times; call += 1) {
      await joinCall(page, room, 'agent');
      await leave();
    }
  };
  await joinAndLeave(warmUpCalls);
  const afterFive = await countWhenSettled(page);
  await joinAndLeave(calls - warmUpCalls - 1);
  await joinCall(page, room, 'agent');
  const during = await liveObjects(page);
  await leave();
  const afterAll = await countWhenSettled(page);
  for (let call = 0; call < calls; call += 1) {
    await startJoining(page, room);
    await sleep(call * stepMs);
    await leave();
  }
  const afterHurried = await countWhenSettled(page);
  for (let call = 0; call < calls; call += 1) leftOn.push(await leaveWhileAsked(page, room));
  const afterLateYes = await countWhenSettled(page);
  return {
    during,
    afterFive,
    afterAll,
    afterHurried,
    afterLateYes,
    mostLeftOn: Math.max(...leftOn),
  };
}

async function countWhenSettled(page: Page): Promise<LiveObjects> {
  await sleep(settleMs.beforeCount);
  return liveObjects(page);
}

async function joinCall(page: Page, room: LivekitRoom, identity: string): Promise<void> {
  const token = await room.tokenFor(identity);
  const joined = page.evaluate(([url, ticket]) => window.audioCallPage.join(url, ticket), [
    room.url,
    token,
  ] as const);
  await inTime(joined, `${identity} did not hear both sides`);
}

async function inTime(step: Promise<void>, message: string): Promise<void> {
  const done = new AbortController();
  const late = sleep(stepWithinMs, undefined, { signal: done.signal }).then(() => {
    throw new Error(message);
  });
  await Promise.race([step, late]).finally(() => done.abort());
}

async function startJoining(page: Page, room: LivekitRoom): Promise<void> {
  const ticket = [room.url, await room.tokenFor('agent')] as const;
  await page.evaluate(([url, token]) => void window.audioCallPage.join(url, token), ticket);
}

/** Leaves while the browser asks for the microphone, then says yes; microphones on a moment later. */
async function leaveWhileAsked(page: Page, room: LivekitRoom): Promise<number> {
  const asked = page.evaluate(() => window.audioCallPage.microphones.holdAnswers());
  await startJoining(page, room);
  await inTime(asked, 'the call did not ask for the microphone');
  const leftOn = await leaveCall(page);
  await page.evaluate(() => window.audioCallPage.microphones.answer());
  await sleep(settleMs.beforeCall);
  return Math.max(leftOn, await microphonesOn(page));
}

/** Leaves; microphones that are on a moment later. */
async function leaveCall(page: Page): Promise<number> {
  await page.evaluate(() => window.audioCallPage.leave());
  await sleep(settleMs.beforeCall);
  return microphonesOn(page);
}

function microphonesOn(page: Page): Promise<number> {
  return page.evaluate(() => window.audioCallPage.microphones.liveCount());
}
