import type { Page } from 'playwright';

/** What was heard after a player began, in milliseconds since its first sound; a list for each lane. */
export interface HeardClicks {
  customer: number[];
  agent: number[];
}

/** Lets a test hear a page's players to the sample; call before the page is loaded. */
export async function tapPlayers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: Float32Array[][] = [[], []];
    // Open before anything plays: what plays while it opens would not be heard.
    const context = new AudioContext({ sampleRate: 48_000 });
    // No worklet: the page allows no other scripts. Its blocks follow each other without a gap.
    const tap = context.createScriptProcessor(4_096, 2, 2);
    tap.onaudioprocess = ({ inputBuffer }) => {
      for (const [index, lane] of heard.entries()) {
        lane.push(inputBuffer.getChannelData(index).slice());
      }
    };
    tap.connect(context.destination);
    Object.assign(globalThis, { heard });
    const tapped = new WeakSet<HTMLMediaElement>();
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function playAndTap() {
      if (!tapped.has(this)) context.createMediaElementSource(this).connect(tap);
      tapped.add(this);
      return play.call(this);
    };
  });
}

/** Waits until the page's players would be heard. */
export async function untilHearing(page: Page): Promise<void> {
  await page.waitForFunction(
    () => ((globalThis as unknown as { heard: Float32Array[][] }).heard[0]?.length ?? 0) > 2,
  );
}

/** Forgets what was heard so far. */
export async function forgetHeard(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const lane of (globalThis as unknown as { heard: Float32Array[][] }).heard)
      lane.length = 0;
  });
}

/** The first click in each lane, as soon as both were heard. */
export async function firstClicks(page: Page): Promise<Record<keyof HeardClicks, number>> {
  for (;;) {
    const { customer, agent } = await heardClicks(page);
    if (customer[0] !== undefined && agent[0] !== undefined) {
      return { customer: customer[0], agent: agent[0] };
    }
    await page.waitForTimeout(200);
  }
}

/**
 * The clicks that were heard since, from the first sound of either lane on. The lanes hum all the time:
 * silence in both is a machine that was late, and no place in the sound.
 */
async function heardClicks(page: Page): Promise<HeardClicks> {
  const [customer = [], agent = []] = await page.evaluate(() => {
    const { heard } = globalThis as unknown as { heard: Float32Array[][] };
    const lanes = heard.map((blocks) => blocks.flatMap((block) => [...block]));
    const isSilent = (at: number) => lanes.every((samples) => Math.abs(samples[at] ?? 0) < 1e-4);
    /** Hum goes through nothing too, but never for so long. */
    const late = 240;
    const kept: number[] = [];
    let silentFrom = 0;
    for (let at = 0; at < (lanes[0]?.length ?? 0); at += 1) {
      if (isSilent(at)) continue;
      const isFirst = kept.length === 0;
      if (!isFirst && at - silentFrom < late) {
        for (let between = silentFrom; between < at; between += 1) kept.push(between);
      }
      kept.push(at);
      silentFrom = at + 1;
    }
    return lanes.map((samples) => {
      const times: number[] = [];
      const sound = kept.map((at) => Math.abs(samples[at] ?? 0));
      for (let at = 0; at < sound.length; at += 1) {
        if ((sound[at] ?? 0) < 0.3) continue;
        // Its loudest sample is its place; what comes before it is the codec's.
        const around = sound.slice(at, at + 480);
        times.push(((at + around.indexOf(Math.max(...around))) * 1000) / 48_000);
        at += 24_000;
      }
      return times;
    });
  });
  return { customer, agent };
}
