import type { Page } from 'playwright';

/**
 * Every scenario that LiveKit's browser SDK can play here. `force-tls` needs a TURN server with TLS; without
 * one nothing carries, and LiveKit holds on to it for minutes, also for who joins again.
 */
export const scenarios = [
  'signal-reconnect',
  'resume-reconnect',
  'full-reconnect',
  'leave-full-reconnect',
  'disconnect-signal-on-resume',
  'disconnect-signal-on-resume-no-messages',
  'speaker',
  'migration',
  'node-failure',
  'server-leave',
  'subscriber-bandwidth',
  'fail-on-v1-path',
  'force-tcp',
] as const;

/** One of `scenarios`. */
export type Scenario = (typeof scenarios)[number];

/** What a page hears of the other side. */
export interface HeardSound {
  /** Whether a player of the other side's track runs. */
  playing: boolean;
  /** Grows while sound comes that is not silence. */
  energy: number;
}

/** Lets a test reach the LiveKit rooms of a page as its own scripts do; call before the page is loaded. */
export async function reachRooms(page: Page): Promise<void> {
  await page.addInitScript(rememberRooms);
}

/** Plays a scenario in the newest room of a page. */
export async function simulateInPage(page: Page, scenario: Scenario): Promise<void> {
  await page.evaluate(async (name) => {
    const room = (globalThis as unknown as Remembered).rooms.at(-1);
    if (!room) throw new Error('The page has been in no room.');
    await room.simulateScenario(name, name === 'subscriber-bandwidth' ? 20_000 : undefined);
  }, scenario);
}

/** What the newest room of a page hears. */
export async function heardSound(page: Page): Promise<HeardSound> {
  return page.evaluate(async () => {
    const room = (globalThis as unknown as Remembered).rooms.at(-1);
    let [playing, energy] = [false, 0];
    for (const { trackPublications } of room?.remoteParticipants.values() ?? []) {
      for (const { track } of trackPublications.values()) {
        playing ||= track?.attachedElements.some(({ paused }) => !paused) ?? false;
        const stats = await track?.receiver?.getStats();
        for (const report of stats?.values() ?? []) {
          if (report.type === 'inbound-rtp') energy += report.totalAudioEnergy ?? 0;
        }
      }
    }
    return { playing, energy };
  });
}

/** How the network does by which the newest room of a page hears, as its browser measures it. */
export async function networkFigures(page: Page): Promise<{ lost: number; roundTripMs: number }> {
  return page.evaluate(async () => {
    const room = (globalThis as unknown as Remembered).rooms.at(-1);
    let [lost, roundTripMs] = [0, 0];
    for (const { trackPublications } of room?.remoteParticipants.values() ?? []) {
      for (const { track } of trackPublications.values()) {
        const stats = await track?.receiver?.getStats();
        for (const report of stats?.values() ?? []) {
          lost += report.packetsLost ?? 0;
          roundTripMs = Math.max(roundTripMs, (report.currentRoundTripTime ?? 0) * 1000);
        }
      }
    }
    return { lost, roundTripMs: Math.round(roundTripMs) };
  });
}

/** Whom the newest room of a page knows of, besides the page itself. */
export function remoteIdentities(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = (globalThis as unknown as Remembered).rooms.at(-1);
    return [...(room?.remoteParticipants.keys() ?? [])];
  });
}

interface Remembered {
  rooms: PageRoom[];
}

interface PageRoom {
  simulateScenario(name: string, argument?: number): Promise<void>;
  remoteParticipants: Map<string, { trackPublications: Map<string, { track?: PageTrack }> }>;
}

interface PageTrack {
  attachedElements: HTMLMediaElement[];
  receiver?: RTCRtpReceiver;
}

/**
 * Runs in the page. A room sets its `engine` whenever it makes one, and nothing of the product keeps
 * rooms where scripts of others could find them.
 */
function rememberRooms(): void {
  const rooms: PageRoom[] = [];
  Object.assign(globalThis, { rooms });
  Object.defineProperty(Object.prototype, 'engine', {
    configurable: true,
    get: () => undefined,
    set(this: Partial<PageRoom>, value: unknown) {
      const own = { value, writable: true, configurable: true, enumerable: true };
      Object.defineProperty(this, 'engine', own);
      if (typeof this.simulateScenario === 'function') rooms.push(this as PageRoom);
    },
  });
}
