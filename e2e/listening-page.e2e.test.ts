import type { Stack } from '@agent/scripts/stack';
import { RoomServiceClient } from 'livekit-server-sdk';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsEverywhere } from './axe.ts';
import { query, statusOf } from './call-log.ts';
import { heardSound } from './page-rooms.ts';
import { openPerson, type Person, signIn } from './people.ts';
import { startTalking, type TalkingPair } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

const TIMEOUT_MS = 180_000;

describe('the pages of a supervisor', () => {
  let stack: Stack;
  let pair: TalkingPair;
  let supervisor: Person;

  beforeAll(async () => {
    stack = await startTestStack();
    pair = await startTalking(stack, 'agent1');
    supervisor = await openPerson(stack, pair.wavPaths.agent, { loops: true });
    await countMicrophones(supervisor.page);
    await signIn(supervisor, stack, 'supervisor');
    await supervisor.page.waitForURL('**/supervisor');
  }, TIMEOUT_MS);
  afterAll(async () => {
    for (const person of [supervisor, pair?.customer, pair?.agent]) await person?.close();
    await stack?.close();
  }, TIMEOUT_MS);

  const listeningPath = () => `/supervisor/calls/${pair.callId}`;
  const page = () => supervisor.page;

  it('let nobody open a microphone but where one speaks', async () => {
    for (const path of ['/supervisor', listeningPath()]) {
      await page().goto(path);
      expect(await tryMicrophone(page()), path).toBe('NotAllowedError');
    }
    await page().goto(`${listeningPath()}/speak`);
    expect(await tryMicrophone(page())).toBe('open');
  });

  it('let one hear both soon after a press, and see what the agent sees', async () => {
    await page().goto('/supervisor');
    // The calls come by the stream: from here on the page goes elsewhere without a new document.
    await page().getByText('James Carter').first().waitFor();
    await goAndHear(page(), listeningPath());
    await page().getByText('You are silent.').waitFor();
    await page().getByRole('heading', { name: 'James Carter' }).first().waitFor();
    await page().locator('[data-slot=transcript-turn]').first().waitFor();
    await expect.poll(() => present(stack, pair)).toContainEqual(expect.stringMatching(/^sup-/));
    expect(await microphonesAsked(page())).toBe(0);
    expect(await faultsEverywhere(page())).toEqual([]);
  });

  it('leave the call with a press that leads elsewhere', async () => {
    await page().getByRole('link', { name: 'All calls' }).click();
    await page().waitForURL('**/supervisor');
    const isOut = async () => (await present(stack, pair)).every((one) => !one.startsWith('sup-'));
    await expect.poll(isOut).toBe(true);
    const left = { mode: 'listen', endedBy: 'left' };
    await expect.poll(() => rows(stack, pair)).toContainEqual(left);
  });

  it('let one join by a second step, be heard by both, and leave while the call goes on', async () => {
    await goAndHear(page(), listeningPath());
    await page().getByRole('button', { name: 'Join the conversation…' }).click();
    await page().getByRole('button', { name: 'Join, and be heard' }).click();
    await page().getByText('Both can hear you.').waitFor();
    expect(new URL(page().url()).pathname).toBe(`${listeningPath()}/speak`);
    for (const { page: side } of [pair.customer, pair.agent]) {
      await expect.poll(() => hearsSupervisor(side)).toBe(true);
    }
    await page().keyboard.press('m');
    await page()
      .getByText(/You are muted/)
      .waitFor();
    await page().getByRole('button', { name: 'Leave, and listen on' }).click();
    await page().getByText('You are silent.').waitFor();
    await expect.poll(async () => (await heardSound(page())).playing).toBe(true);
    const types = await query<{ type: string }>(
      stack.databaseUrl,
      `select type from call_events where call_id = '${pair.callId}' and type in ('supervisor.joined', 'supervisor.left') order by seq`,
    );
    expect(types.map(({ type }) => type)).toEqual(['supervisor.joined', 'supervisor.left']);
    expect(await statusOf(stack.databaseUrl, pair.callId)).toBe('active');
  });

  it('ask again before one is heard when the page is loaded again', async () => {
    await page().goto(`${listeningPath()}/speak`);
    await page().getByText('Nobody can hear you.').waitFor();
    await page().getByRole('button', { name: 'Join, and be heard' }).waitFor();
    expect((await rows(stack, pair)).filter(({ mode }) => mode === 'join')).toHaveLength(1);
  });

  it('say that the call is over, and lead to its replay', async () => {
    await page().goto(listeningPath());
    await page().getByRole('heading', { name: 'James Carter' }).first().waitFor();
    await pair.agent.page.keyboard.press('Control+Shift+E');
    await page()
      .getByText(/The call is over|This call has ended/)
      .waitFor();
    await page().getByRole('link', { name: 'Play it again' }).waitFor();
    expect(supervisor.pageErrors).toEqual([]);
  });
});

/** Goes to a page as a press on a link does, and waits for sound. */
async function goAndHear(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    (globalThis as unknown as { next: { router: { push(to: string): void } } }).next.router.push(
      href,
    );
  }, path);
  await expect
    .poll(async () => (await heardSound(page)).energy, { interval: 20 })
    .toBeGreaterThan(0);
}

function tryMicrophone(page: Page): Promise<string> {
  return page.evaluate(async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      for (const track of stream.getTracks()) track.stop();
      return 'open';
    } catch (error) {
      return (error as DOMException).name;
    }
  });
}

/** Notes in each document how often something of ours asked for a microphone. */
async function countMicrophones(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    Object.assign(globalThis, { microphonesAsked: 0 });
    mediaDevices.getUserMedia = (...wanted) => {
      (globalThis as unknown as { microphonesAsked: number }).microphonesAsked += 1;
      return ask(...wanted);
    };
  });
}

function microphonesAsked(page: Page): Promise<number> {
  return page.evaluate(
    () => (globalThis as unknown as { microphonesAsked: number }).microphonesAsked,
  );
}

/** Whether a side plays something of a supervisor that is not silence. */
function hearsSupervisor(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { rooms } = globalThis as unknown as { rooms: SideRoom[] };
    for (const [identity, { trackPublications }] of rooms.at(-1)?.remoteParticipants ?? []) {
      if (!identity.startsWith('sup-')) continue;
      for (const { track } of trackPublications.values()) {
        const stats = await track?.receiver?.getStats();
        for (const report of stats?.values() ?? []) {
          if (report.type === 'inbound-rtp' && report.totalAudioEnergy > 0) return true;
        }
      }
    }
    return false;
  });
}

interface SideRoom {
  remoteParticipants: Map<
    string,
    { trackPublications: Map<string, { track?: { receiver?: RTCRtpReceiver } }> }
  >;
}

async function present({ livekit }: Stack, { callId }: TalkingPair): Promise<string[]> {
  const address = livekit.url.replace('ws', 'http');
  const admin = new RoomServiceClient(address, livekit.apiKey, livekit.apiSecret);
  return (await admin.listParticipants(callId)).map(({ identity }) => identity);
}

function rows(stack: Stack, { callId }: TalkingPair) {
  return query<{ mode: string; endedBy: string | null }>(
    stack.databaseUrl,
    `select mode, ended_by as "endedBy" from call_monitors where call_id = '${callId}' order by asked_at`,
  );
}
