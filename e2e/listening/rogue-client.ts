import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { RoomAccess } from '@agent/protocol';
import { type Browser, chromium, type Page } from 'playwright';

/** What a rogue listener tries, one after another. */
export const rogueActs = [
  'publishes a track',
  'asks for a track by a raw message',
  'sends sound by its own connection',
  'sends reliable data to all',
  'sends lossy data to all',
  'sends data to each side by name',
  'sends a text stream',
  'sends a chat message',
  'dials a digit',
  'calls a procedure of each side',
  'publishes a track of data',
  'renames itself',
  'mutes the track of each side',
  'forbids others to hear',
  'is said to speak',
  'says who it is again when it reconnects',
] as const;

/** One of `rogueActs`. */
export type RogueAct = (typeof rogueActs)[number];

/** A listener whose client has had its own checks taken out. */
export interface RogueClient {
  /** Whether it is in the room. */
  isIn(): Promise<boolean>;
  /** The newest token that the server has given it, whatever it was let in with. */
  token(): Promise<string>;
  /** Tries something; what comes of it here is nothing to go by. */
  attempt(act: RogueAct): Promise<void>;
  close(): Promise<void>;
}

/** Stands in all that a rogue client sends, so that it can be looked for. */
export const ROGUE_MARK = 'ROGUE-7f3a';

/** Joins with LiveKit's browser client of which no check is left; rejects when the server refuses. */
export async function openRogueClient({ url, token }: Pick<RoomAccess, 'url' | 'token'>) {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
  });
  // A page of this machine: Chromium keeps those of the network from what is on it.
  const site = createServer((_request, response) => response.end('<!doctype html>'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('livekit-client') });
    await page.evaluate(joinWithoutChecks, { url, token, mark: ROGUE_MARK });
    return rogueOn(page, browser);
  } catch (cause) {
    await browser.close();
    throw cause;
  } finally {
    site.close();
    site.closeAllConnections();
  }
}

function rogueOn(page: Page, browser: Browser): RogueClient {
  return {
    isIn: () =>
      page.evaluate(() => (globalThis as unknown as Rogue).room.state.toString() === 'connected'),
    token: () => page.evaluate(() => (globalThis as unknown as Rogue).room.engine.token),
    attempt: (act) => page.evaluate((name) => (globalThis as unknown as Rogue).attempt(name), act),
    close: () => browser.close(),
  };
}

interface Rogue {
  LivekitClient: { Room: new () => RogueRoom; Track: { Source: { Microphone: string } } };
  room: RogueRoom;
  attempt(act: RogueAct): Promise<void>;
}

/** What is used of LiveKit's client, insides too. */
interface RogueRoom {
  state: string;
  connect(url: string, token: string): Promise<void>;
  simulateScenario(name: string): Promise<void>;
  remoteParticipants: Map<string, { identity: string; trackPublications: Map<string, unknown> }>;
  localParticipant: object & {
    publishTrack(track: MediaStreamTrack, options: object): Promise<unknown>;
    publishData(bytes: Uint8Array, options: object): Promise<void>;
    sendText(text: string, options: object): Promise<unknown>;
    sendChatMessage(text: string): Promise<unknown>;
    publishDtmf(code: number, digit: string): Promise<void>;
    performRpc(call: object): Promise<string>;
    publishDataTrack(options: object): Promise<{ tryPush(frame: object): unknown }>;
    setMetadata(metadata: string): Promise<void>;
    setName(name: string): Promise<void>;
    setAttributes(attributes: object): Promise<void>;
    setTrackSubscriptionPermissions(all: boolean, allowed: object[]): void;
  };
  engine: {
    token: string;
    client: { sendRequest(message: object): Promise<void> };
    negotiate(): Promise<void>;
    pcManager: { publisher: { addTrack(track: MediaStreamTrack): RTCRtpSender } };
  };
}

/** Runs in the page. */
async function joinWithoutChecks(given: { url: string; token: string; mark: string }) {
  const scope = globalThis as unknown as Rogue;
  const { mark } = given;
  const room = new scope.LivekitClient.Room();
  const me = room.localParticipant;
  const everything = { canPublish: true, canSubscribe: true, canPublishData: true };
  const unchecked = { ...everything, canPublishSources: [], canUpdateMetadata: true };
  Object.defineProperty(me, 'permissions', { get: () => unchecked, set: () => undefined });
  await room.connect(given.url, given.token);

  const bytes = new TextEncoder().encode(mark);
  const raw = (message: object) => room.engine.client.sendRequest(message);
  const others = () => [...room.remoteParticipants.values()];
  const identities = () => others().map(({ identity }) => identity);
  const sound = () => {
    const context = new AudioContext();
    const [tone, out] = [context.createOscillator(), context.createMediaStreamDestination()];
    tone.frequency.value = 700;
    tone.connect(out);
    tone.start();
    return out.stream.getAudioTracks()[0] as MediaStreamTrack;
  };
  const named = { name: mark, source: scope.LivekitClient.Track.Source.Microphone };
  const acts: Record<RogueAct, () => Promise<unknown>> = {
    'publishes a track': () => me.publishTrack(sound(), named),
    'asks for a track by a raw message': () =>
      raw({ case: 'addTrack', value: { cid: mark, name: mark, type: 0, source: 2, sid: mark } }),
    'sends sound by its own connection': async () => {
      room.engine.pcManager.publisher.addTrack(sound());
      await room.engine.negotiate();
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    },
    'sends reliable data to all': () => me.publishData(bytes, { reliable: true, topic: mark }),
    'sends lossy data to all': () => me.publishData(bytes, { reliable: false, topic: mark }),
    'sends data to each side by name': () =>
      me.publishData(bytes, { reliable: true, destinationIdentities: identities() }),
    'sends a text stream': () => me.sendText(mark, { topic: 'lk.chat' }),
    'sends a chat message': () => me.sendChatMessage(mark),
    'dials a digit': () => me.publishDtmf(1, '1'),
    'calls a procedure of each side': () =>
      Promise.all(
        identities().map((destinationIdentity) =>
          me.performRpc({ destinationIdentity, method: mark, payload: mark }),
        ),
      ),
    'publishes a track of data': async () => {
      (await me.publishDataTrack({ name: mark })).tryPush({ payload: bytes });
    },
    'renames itself': async () => {
      const value = { metadata: mark, name: mark, attributes: { mark } };
      await raw({ case: 'updateMetadata', value: { requestId: 77, ...value } });
      await Promise.all([me.setMetadata(mark), me.setName(mark), me.setAttributes({ mark })]);
    },
    'mutes the track of each side': () =>
      Promise.all(
        others()
          .flatMap(({ trackPublications }) => [...trackPublications.keys()])
          .map((sid) => raw({ case: 'mute', value: { sid, muted: true } })),
      ),
    'forbids others to hear': async () => {
      me.setTrackSubscriptionPermissions(false, []);
      await raw({ case: 'subscriptionPermission', value: { allParticipants: false } });
    },
    'is said to speak': () =>
      raw({ case: 'simulate', value: { scenario: { case: 'speakerUpdate', value: 3 } } }),
    'says who it is again when it reconnects': () => room.simulateScenario('full-reconnect'),
  };
  Object.assign(scope, {
    room,
    async attempt(act: RogueAct) {
      // What is refused may never be answered.
      const patience = new Promise((resolve) => setTimeout(resolve, 4_000));
      await Promise.race([acts[act]().catch(() => undefined), patience]);
    },
  });
}
