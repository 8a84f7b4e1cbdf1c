import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CallId, type DataMessage, decodeDataMessage } from '@agent/protocol';
import type * as store from '@agent/store';
import { freePort } from '@agent/testing/free-port';
import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { SAMPLE_RATE, SAMPLES_PER_MS } from '../audio/audio-frame.ts';
import { acceptedCall } from './stored-call.ts';

const API_KEY = 'test-key';
const API_SECRET = 'test-secret-of-at-least-32-characters';
/** A process starts in 2 s, but with other tests beside it may wait long for a core. */
const START_MS = 60_000;
const FRAME_SAMPLES = 10 * SAMPLES_PER_MS;

/** A media server for the length of a test file. */
export interface MediaServer {
  url: string;
  apiKey: string;
  apiSecret: string;
  rooms: RoomServiceClient;
  /** Sends a signal to the server, as to stop it and to let it go on. */
  signal(name: NodeJS.Signals): void;
  close(): Promise<void>;
}

/** Starts the LiveKit server of this path on free ports of 127.0.0.1. */
export async function startMediaServer(binary: string): Promise<MediaServer> {
  const folder = await mkdtemp(join(tmpdir(), 'livekit-'));
  const [port, tcpPort, udpPort] = [await freePort(), await freePort(), await freePort()];
  const config = {
    port,
    bind_addresses: ['127.0.0.1'],
    rtc: { tcp_port: tcpPort, udp_port: udpPort, use_external_ip: false, node_ip: '127.0.0.1' },
    room: { auto_create: false },
    keys: { [API_KEY]: API_SECRET },
    logging: { level: 'error' },
  };
  await writeFile(join(folder, 'livekit.yaml'), JSON.stringify(config));
  const server = spawn(binary, ['--config', join(folder, 'livekit.yaml')], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(address).catch(() => undefined))?.ok === true);
  return {
    url: `ws://127.0.0.1:${port}`,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    signal: (name) => server.kill(name),
    rooms: new RoomServiceClient(address, API_KEY, API_SECRET),
    async close() {
      await stop(server, 'SIGKILL');
      await rm(folder, { recursive: true });
    },
  };
}

export interface BotAddresses {
  databaseUrl: string;
  livekitUrl: string;
  transcriberUrl: string;
  /** Settings of recordings; default: nothing is recorded. */
  recording?: Record<string, string>;
}

/** Starts a bot as its own process and waits until it is ready. */
export async function startBot(addresses: BotAddresses): Promise<ChildProcess> {
  const port = await freePort();
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const bot = spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      DATABASE_URL: addresses.databaseUrl,
      LIVEKIT_URL: addresses.livekitUrl,
      LIVEKIT_API_KEY: API_KEY,
      LIVEKIT_API_SECRET: API_SECRET,
      OPENAI_BASE_URL: addresses.transcriberUrl,
      BOT_PORT: String(port),
      LOG_LEVEL: 'silent',
      ...addresses.recording,
    },
  });
  await until(async () => {
    if (bot.exitCode !== null) throw new Error(`The bot ended with ${bot.exitCode} at its start.`);
    return isReady(port);
  }, START_MS);
  return bot;
}

/** Whether the process that serves its health on this port says that it is ready. */
export async function isReady(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(2_000);
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).catch(() => undefined);
  return answer?.ok === true;
}

/** Ends a process and waits for it; resolves with its exit code. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return exited;
}

/** Stores an answered call and opens its room, as the web app does. */
export async function answerCall(
  db: store.Database,
  rooms: RoomServiceClient,
  fields: Partial<store.NewCall> = {},
) {
  const { id: callId, customerIdentity, agentIdentity } = await acceptedCall(db, fields);
  if (!agentIdentity) throw new Error('The call was not answered.');
  await rooms.createRoom({ name: callId, maxParticipants: 3, emptyTimeout: 60 });
  return { callId, customerIdentity, agentIdentity };
}

/** A published microphone. */
export interface PublishedMicrophone {
  /** Plays samples as they would be spoken; resolves when the last has been sent. */
  play(samples: Int16Array): Promise<void>;
  unpublish(): Promise<void>;
}

/** Somebody in a call's room, and what it is told. */
export interface Participant {
  room: Room;
  messages: DataMessage[];
  leave(): Promise<void>;
}

/** One side of a call, with a microphone that plays samples. */
export interface Side extends Participant, Pick<PublishedMicrophone, 'play'> {
  /** Publishes one microphone more. */
  publish(): Promise<PublishedMicrophone>;
}

/** Joins a call's room with a token like a browser's. */
export async function joinCall(url: string, callId: CallId, identity: string): Promise<Side> {
  const token = new AccessToken(API_KEY, API_SECRET, { identity });
  token.addGrant({ room: callId, roomJoin: true, canPublish: true, canPublishData: false });
  const participant = await enter(url, token);
  const publish = () => publishMicrophone(participant.room);
  const { play } = await publish();
  return { ...participant, play, publish };
}

/** Joins a call's room with a token like that of a supervisor who listens. */
export async function listenToCall(
  url: string,
  callId: CallId,
  identity: string,
): Promise<Participant> {
  const token = new AccessToken(API_KEY, API_SECRET, { identity });
  token.kind = 'agent';
  const silent = { canPublish: false, canPublishSources: [], canPublishData: false };
  token.addGrant({
    ...{ room: callId, roomJoin: true, hidden: true, canSubscribe: true },
    ...{ ...silent, canUpdateOwnMetadata: false },
  });
  return enter(url, token);
}

async function enter(url: string, token: AccessToken): Promise<Participant> {
  const room = new Room();
  const messages: DataMessage[] = [];
  room.on(RoomEvent.DataReceived, (payload, sender) => {
    const message = sender ? undefined : decodeDataMessage(payload);
    if (message) messages.push(message);
  });
  await room.connect(url, await token.toJwt(), { autoSubscribe: true, dynacast: false });
  return { room, messages, leave: () => room.disconnect() };
}

async function publishMicrophone(room: Room): Promise<PublishedMicrophone> {
  const source = new AudioSource(SAMPLE_RATE, 1);
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE });
  const track = LocalAudioTrack.createAudioTrack('microphone', source);
  const publication = await room.localParticipant?.publishTrack(track, options);
  return {
    async play(samples) {
      for (let at = 0; at + FRAME_SAMPLES <= samples.length; at += FRAME_SAMPLES) {
        const frame = samples.slice(at, at + FRAME_SAMPLES);
        await source.captureFrame(new AudioFrame(frame, SAMPLE_RATE, 1, FRAME_SAMPLES));
      }
    },
    async unpublish() {
      await room.localParticipant?.unpublishTrack(publication?.sid ?? '');
    },
  };
}

/** Waits until something is true; fails after `maxMs`. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  maxMs = 20_000,
): Promise<void> {
  const giveUpAt = Date.now() + maxMs;
  while (!(await isTrue())) {
    if (Date.now() > giveUpAt) throw new Error('What the test waits for did not happen.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
