import type { CallId } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { loadScript } from '@agent/testing/script';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, query, statusOf, storedEvents } from './call-log.ts';
import { acceptCall, callIn, goAvailable, openPerson, type Person, signIn } from './people.ts';
import { reachPlayers, recordPlayed } from './played-sound.ts';
import {
  clickNotification,
  reachNotifications,
  shownNotifications,
  stopPretendingFocus,
} from './shown-notifications.ts';
import { startTestStack } from './test-stack.ts';

const anna = { name: 'Anna Berg', contact: 'anna@example.com', consent: 'declined' } as const;
const bela = { name: 'Bela Kiss', contact: 'bela@example.com', consent: 'declined' } as const;
/** The notes of our ring. */
const notesHz = [660, 880];

describe('a desk that is not looked at', () => {
  let stack: Stack;
  let agent: Person;
  let first: Person;
  let second: Person;
  let waiting: CallId;

  beforeAll(async () => {
    stack = await startTestStack({}, ['postgres', 'livekit', 'web']);
    const { wavPaths } = await loadScript('password-reset');
    agent = await openPerson(stack, wavPaths.agent);
    const permissions = ['microphone', 'notifications'];
    await agent.page.context().grantPermissions(permissions, { origin: stack.urls.web });
    await reachPlayers(agent.page);
    await reachNotifications(agent.page);
    first = await openPerson(stack, wavPaths.customer);
    second = await openPerson(stack, wavPaths.customer);
  });
  afterAll(async () => {
    for (const person of [agent, first, second]) await person?.close();
    await stack?.close();
  });

  it('is not rung for a second customer after the call in which its agent chose a break', async () => {
    const { page } = agent;
    await signIn(agent, stack, 'agent1');
    await goAvailable(agent);
    await callIn(first, anna);
    await acceptCall(agent, first);
    await choose(/^Your status: ?On call/, 'Lunch break after this call');
    await page.getByRole('button', { name: /^Your status: ?On call, ?then lunch/ }).waitFor();
    waiting = await callIn(second, bela);
    await page.keyboard.press('Control+Shift+E');
    await page.getByText('Break after this call: lunch').waitFor();
    await page.getByRole('radio', { name: 'Resolved' }).check();
    await page.getByRole('button', { name: /^Finish/ }).click();
    await page.getByText('You are on a break').waitFor();
    await page.getByText('Reason: lunch.', { exact: false }).waitFor();
    expect(await statusesOf('agent1')).toEqual([
      ...['available', 'offered', 'on-call', 'wrap-up', 'break'],
    ]);
    expect(await statusOf(stack.databaseUrl, waiting)).toBe('queued');
    expect(await offersOf(waiting)).toBe(0);
    expect(await shownNotifications(page)).toEqual([]);
  });

  it('rings on the chosen speaker and notifies while another tab is in front, until the call is taken', async () => {
    const { page } = agent;
    await page.getByRole('button', { name: /^Ring and notifications/ }).click();
    await page.getByLabel('Ring on').selectOption({ label: 'Fake Audio Output 2' });
    await page.getByRole('button', { name: 'Done' }).click();
    await stopPretendingFocus(page);
    const other = await page.context().newPage();
    await other.goto('/auth/signin');
    await other.bringToFront();
    // Not by a click, which would bring the desk to the front.
    await page.getByRole('button', { name: 'Go available' }).evaluate((button) => {
      (button as HTMLButtonElement).click();
    });
    const shown = {
      title: 'Incoming call',
      body: expect.stringMatching(/^Bela is waiting — \d+:\d\d$/),
    };
    await expect.poll(() => shownNotifications(page)).toEqual([{ ...shown, isOpen: true }]);
    expect(await page.title()).toBe('Bela Kiss is waiting');
    expect(await page.locator('link[rel=icon]').first().getAttribute('href')).toMatch(/^data:/);
    const onSpeaker = { isPlaying: true, speaker: 'Fake Audio Output 2' };
    await expect.poll(ringing).toMatchObject(onSpeaker);
    const heard = await recordPlayed(page, 3_500);
    const [low = 0, high = 0, none = 0] = [...notesHz, 500].map((hz) => loudnessAt(heard, hz));
    process.stdout.write(
      `ring: ${low.toFixed(0)} at 660 Hz, ${high.toFixed(0)} at 880 Hz, ${none.toFixed(0)} at 500 Hz\n`,
    );
    expect(Math.min(low, high)).toBeGreaterThan(10 * none);

    expect(await clickNotification(page)).toBe(true);
    await page.bringToFront();
    await acceptCall(agent, second);
    expect(await shownNotifications(page)).toEqual([{ ...shown, isOpen: false }]);
    expect(await ringing()).toMatchObject({ isPlaying: false });
    expect(await page.title()).not.toMatch(/waiting/);
    expect(agent.pageErrors).toEqual([]);
  });

  it('can be installed, and so can the page of customers', async () => {
    await first.page.goto('/call');
    for (const [path, { page }] of [
      ['/agent', agent],
      ['/call', first],
    ] as const) {
      const session = await page.context().newCDPSession(page);
      const { url, errors, data } = await session.send('Page.getAppManifest');
      expect(new URL(url).pathname).toBe(`${path}/manifest.webmanifest`);
      expect(errors).toEqual([]);
      expect(JSON.parse(data ?? '')).toMatchObject({ start_url: path, display: 'standalone' });
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      // A browser of a test keeps nothing, and so installs nothing.
      expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
      expect(await page.locator('link[rel=apple-touch-icon]').count()).toBe(1);
    }
  });

  async function choose(status: RegExp, line: string) {
    await agent.page.getByRole('button', { name: status }).click();
    await agent.page.getByRole('menuitemradio', { name: line }).click();
  }

  async function statusesOf(username: string): Promise<string[]> {
    const rows = await query<{ status: string }>(
      stack.databaseUrl,
      `select i.status from agent_intervals i join users u on u.id = i.agent_id
        where u.username = '${username}' order by i.started_at`,
    );
    return rows.map(({ status }) => status);
  }

  async function offersOf(callId: CallId): Promise<number> {
    return eventsOf(await storedEvents(stack.databaseUrl, callId), 'call.offered').length;
  }

  /** The newest sound that repeats itself, as rings do, and the name of its speaker. */
  async function ringing() {
    return agent.page.evaluate(async () => {
      const { players } = globalThis as unknown as { players: HTMLMediaElement[] };
      const ring = players.findLast(({ loop }) => loop);
      const devices = await navigator.mediaDevices.enumerateDevices();
      return {
        isPlaying: ring?.paused === false,
        speaker: devices.find(({ deviceId }) => deviceId === ring?.sinkId)?.label,
      };
    });
  }
});

/** How much of a tone there is in a sound of 16 kHz, by Goertzel. */
function loudnessAt(samples: Int16Array, hz: number): number {
  const step = 2 * Math.cos((2 * Math.PI * hz) / 16_000);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample + step * last - before, last];
  const power = last ** 2 + before ** 2 - step * last * before;
  return (2 * Math.sqrt(Math.max(0, power))) / samples.length;
}
