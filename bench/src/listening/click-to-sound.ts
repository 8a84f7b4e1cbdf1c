import { setTimeout as delay } from 'node:timers/promises';
import type { CallId } from '@agent/protocol';
import { type Browser, chromium } from 'playwright';

/** A supervisor at a browser, who clicks on a call of the wall until it is heard. */
export interface Clicker {
  /** From the click to the first sound that is no silence, in ms, once for each of `sides` voices. */
  listen(callId: CallId): Promise<number[]>;
  close(): Promise<void>;
}

/** Both sides are to be heard. */
const VOICES = 2;
const PATIENCE_MS = 30_000;
/** Nobody clicks on a wall before having looked at it. */
const LOOK_MS = 2_000;

/** The browser that is clicked in. */
export interface ClickBrowser {
  /** Path of its program. */
  chromium: string;
  /** It names this machine by its address, and not by a name for the local network alone. */
  plainAddresses: boolean;
}

/** Signs a supervisor in. */
export async function openClicker(
  webUrl: string,
  { username, password }: { username: string; password: string },
  { chromium: executablePath, plainAddresses }: ClickBrowser,
): Promise<Clicker> {
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...(plainAddresses ? ['--disable-features=WebRtcHideLocalIpsWithMdns'] : []),
    ],
  });
  const page = await (await browser.newContext({ baseURL: webUrl })).newPage();
  await page.addInitScript(noteClickAndSound);
  await page.goto('/auth/signin');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/auth'));
  return {
    async listen(callId) {
      await page.goto('/supervisor');
      const link = page.locator(`a[data-slot=call-wall-listen][href$="${callId}"]`);
      await link.waitFor();
      await delay(LOOK_MS);
      await link.click();
      await page.waitForFunction(hasHeard, VOICES, { timeout: PATIENCE_MS });
      return page.evaluate(() => {
        const { clickedAtMs, soundedAtMs } = (globalThis as unknown as Noted).noted;
        return soundedAtMs.map((at) => at - clickedAtMs);
      });
    },
    close: () => browser.close(),
  };
}

interface Noted {
  noted: { clickedAtMs: number; soundedAtMs: number[] };
}

function hasHeard(voices: number): boolean {
  return (globalThis as unknown as Noted).noted.soundedAtMs.length >= voices;
}

/** Runs in the page: the moment of the last click, and when each voice since then first had sound in it. */
function noteClickAndSound(): void {
  const KEY = 'bench-clicked-at';
  const now = () => performance.timeOrigin + performance.now();
  const noted = {
    clickedAtMs: Number(sessionStorage.getItem(KEY) ?? now()),
    soundedAtMs: [] as number[],
  };
  Object.assign(globalThis, { noted });
  addEventListener(
    'click',
    () => {
      noted.clickedAtMs = now();
      noted.soundedAtMs = [];
      // A click that loads a new document is measured, too.
      sessionStorage.setItem(KEY, String(noted.clickedAtMs));
    },
    { capture: true },
  );
  const context = new AudioContext();
  const follow = (element: HTMLMediaElement) => {
    const { srcObject } = element;
    if (!(srcObject instanceof MediaStream) || srcObject.getAudioTracks().length === 0) return;
    void context.resume();
    const analyser = context.createAnalyser();
    analyser.fftSize = 256;
    context.createMediaStreamSource(srcObject).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      if (element.paused || !samples.some((sample) => Math.abs(sample) > 0.01)) return;
      noted.soundedAtMs.push(now());
      clearInterval(timer);
    }, 5);
  };
  // What a player that runs is given is what is heard.
  const { play } = HTMLMediaElement.prototype;
  const followed = new WeakSet<MediaStream>();
  HTMLMediaElement.prototype.play = function playAndFollow() {
    if (this.srcObject instanceof MediaStream && !followed.has(this.srcObject)) {
      followed.add(this.srcObject);
      follow(this);
    }
    return play.call(this);
  };
  addEventListener(
    'playing',
    ({ target }) => {
      if (!(target instanceof HTMLMediaElement) || !(target.srcObject instanceof MediaStream))
        return;
      if (followed.has(target.srcObject)) return;
      followed.add(target.srcObject);
      follow(target);
    },
    { capture: true },
  );
}
