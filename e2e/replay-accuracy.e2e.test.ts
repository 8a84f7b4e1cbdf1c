import type { CallId } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { firstClicks, forgetHeard, tapPlayers, untilHearing } from './heard-clicks.ts';
import { type Burst, CLICK_AFTER_MS, knownSound } from './known-sound.ts';
import { signIn } from './people.ts';
import { storeRecordedCall } from './recorded-call.ts';
import { startTestStack } from './test-stack.ts';

const MAX_SEEK_ERROR_MS = 20;
const MAX_LANE_ERROR_MS = 1;
const MAX_WAVEFORM_ERROR_MS = 50;

const HOUR_S = 3_600;
const talkMs = (HOUR_S + 40) * 1_000;
/** The first bot, and the one that took over shortly before minute 60. */
const stretches = [
  { fromMs: 1_240, toMs: 20_000 },
  { fromMs: (HOUR_S - 10) * 1_000 + 380, toMs: (HOUR_S + 30) * 1_000 },
];
const bursts: Burst[] = [
  { speaker: 'customer', startMs: 5_100, endMs: 7_300 },
  { speaker: 'agent', startMs: 9_020, endMs: 12_000 },
  { speaker: 'customer', startMs: HOUR_S * 1_000 + 3_330, endMs: HOUR_S * 1_000 + 5_000 },
  { speaker: 'agent', startMs: HOUR_S * 1_000 + 8_770, endMs: HOUR_S * 1_000 + 9_900 },
];
/** Half way into loud and quiet, before and after the take-over. */
const seconds = [3, 6, 11, 17, HOUR_S - 7, HOUR_S - 1, HOUR_S, HOUR_S + 4, HOUR_S + 9, HOUR_S + 24];

describe('the replay of a call of an hour', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let pageErrors: Error[];
  let callId: CallId;

  beforeAll(async () => {
    stack = await startTestStack({}, ['postgres', 'livekit', 'web']);
    const recording = await knownSound(stretches, bursts);
    callId = await storeRecordedCall(stack, { talkMs, bursts }, recording);
    browser = await launchChromium('/dev/null');
    ({ page, pageErrors } = await openPage(browser, stack.urls.web));
    await tapPlayers(page);
    await signIn({ page, pageErrors, ...unused }, stack, 'agent1');
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  it('plays each second from where it is asked to, both lanes in step', async () => {
    const errors: number[] = [];
    const apart: number[] = [];
    await page.goto(`/calls/${callId}?t=3`);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    for (const second of seconds) {
      await page.goto(`/calls/${callId}?t=${second}`);
      await untilHearing(page);
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      const { customer, agent } = await firstClicks(page);
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      errors.push(Math.abs(customer - CLICK_AFTER_MS));
      apart.push(Math.abs(customer - agent));
    }
    tell('seek error', errors);
    tell('lanes apart', apart);
    expect(Math.max(...errors)).toBeLessThanOrEqual(MAX_SEEK_ERROR_MS);
    expect(Math.max(...apart)).toBeLessThanOrEqual(MAX_LANE_ERROR_MS);
  });

  it('does so from moment to moment of one page, too', async () => {
    await page.goto(`/calls/${callId}?t=3`);
    const slider = page.getByRole('slider', { name: 'Position in the call' });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const errors: number[] = [];
    for (const key of ['End', 'Home']) {
      await slider.press(key);
      // From the ends, five seconds at a time, into what is recorded.
      for (let step = 0; step < 3; step += 1) {
        await slider.press(key === 'End' ? 'ArrowLeft' : 'ArrowRight');
      }
      await page.waitForTimeout(300);
      await forgetHeard(page);
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      const { customer } = await firstClicks(page);
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      errors.push(Math.abs(customer - CLICK_AFTER_MS));
    }
    tell('seek error within the page', errors);
    expect(Math.max(...errors)).toBeLessThanOrEqual(MAX_SEEK_ERROR_MS);
  });

  it('draws what was said where its line says that it was', async () => {
    const answer = await page.request.get(`/api/sessions/${callId}/waveform`);
    const bytes = await answer.body();
    const errors = bursts.map(({ speaker, startMs }) => {
      const lane = speaker === 'customer' ? 0 : 1;
      const loudFrom = Math.floor((startMs - 400) / 40);
      for (let point = loudFrom; ; point += 1) {
        const high = bytes.readInt8(24 + point * 4 + lane * 2 + 1);
        const isClick = (point * 40) % 1_000 >= 480 && (point * 40) % 1_000 <= 520;
        if (high > 10 && !isClick) return Math.abs(point * 40 - startMs);
      }
    });
    tell('waveform and line apart', errors);
    expect(Math.max(...errors)).toBeLessThanOrEqual(MAX_WAVEFORM_ERROR_MS);
  });

  it('asks for parts of the sound only, and says that it ends before the call', async () => {
    const ranges: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/recording')) ranges.push(response.status());
    });
    await page.goto(`/calls/${callId}?t=60:00`);
    await page.getByText('The sound ends at 1:00:30.').waitFor();
    await expect.poll(() => ranges.length).toBeGreaterThan(0);
    expect(new Set(ranges)).toEqual(new Set([206]));
    expect(pageErrors).toEqual([]);
  });
});

/** A person at a browser without what only talking needs. */
const unused = {
  close: async () => undefined,
  crash: async () => ({ cookies: [], origins: [] }),
};

function tell(what: string, errorsMs: readonly number[]): void {
  const shown = errorsMs.map((ms) => ms.toFixed(1)).join(', ');
  process.stdout.write(`${what} (ms): ${shown}\n`);
}
