import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallEvent, CallEventType, CallId, Speaker } from '@agent/protocol';
import { bytesOf, createFolderStore, openSealedObject, unwrapDataKey } from '@agent/recordings';
import { decodeWebm } from '@agent/recordings/test-support/decode-webm';
import * as store from '@agent/store';
import { concatAudio, silence } from '@agent/testing/audio';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { loadSpeech } from '@agent/testing/speech';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerCall,
  joinCall,
  type MediaServer,
  type Side,
  startBot,
  startMediaServer,
  stop,
  until,
} from './test-support/live-call.ts';
import { type HttpTranscriber, serveAnswer } from './transcribe/test-support/http-transcriber.ts';

const livekitBinary = process.env.LIVEKIT_SERVER_BIN;
const master = Buffer.alloc(32, 9);

/** `npm test` always names the server; alone these tests need `LIVEKIT_SERVER_BIN`. */
describe.skipIf(!livekitBinary)('the recording of a call in a real room', () => {
  let media: MediaServer;
  let postgres: TestServer;
  let db: store.Database;
  let transcriber: HttpTranscriber;
  let databaseUrl = '';
  const folder = mkdtempSync(join(tmpdir(), 'recorded-call-'));
  const bots: ChildProcess[] = [];
  const sides: Side[] = [];

  beforeAll(async () => {
    media = await startMediaServer(livekitBinary ?? '');
    postgres = await startTestServer();
    databaseUrl = await postgres.createDatabase();
    await store.migrate(databaseUrl);
    db = store.openDatabase(databaseUrl);
    transcriber = await serveAnswer({ status: 200, fixture: 'verbose-json.json' });
  }, 120_000);

  afterAll(async () => {
    await Promise.all(sides.map((side) => side.leave()));
    await Promise.all(bots.map((bot) => stop(bot, 'SIGKILL')));
    await store.closeDatabase(db);
    await Promise.all([media.close(), postgres.close(), transcriber.close()]);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  async function startOneMoreBot(): Promise<ChildProcess> {
    const bot = await startBot({
      ...{ databaseUrl, livekitUrl: media.url, transcriberUrl: transcriber.baseUrl },
      recording: {
        RECORDING_KEY: master.toString('base64'),
        RECORDING_STORE: join(folder, 'store'),
        RECORDING_SPOOL: join(folder, 'spool'),
      },
    });
    bots.push(bot);
    return bot;
  }

  async function eventsOf<T extends CallEventType>(callId: CallId, type: T) {
    const options = { audience: 'staff', afterSeq: 0, limit: 500 } as const;
    const { envelopes } = await store.readCallEvents(db, callId, options);
    return envelopes.flatMap(({ event }) =>
      event.type === type ? [event as unknown as CallEvent<T>] : [],
    );
  }

  /** What somebody who may listen hears. */
  async function listenTo(callId: CallId) {
    const row = await store.findRecording(db, callId);
    const key = unwrapDataKey(row?.wrappedKey ?? new Uint8Array(), callId, [master]);
    const opened = await openSealedObject(
      createFolderStore(join(folder, 'store')),
      row?.soundName ?? '',
      key,
    );
    return decodeWebm(await bytesOf((await opened?.read()) ?? new ReadableStream()));
  }

  it('goes on in the hands of another bot, and stands in the place of its text', async () => {
    const { recordings, script } = await loadSpeech('password-reset');
    const firstWords = script.turns[0]?.endMs ?? 0;
    const spoken: Record<Speaker, Int16Array> = {
      agent: concatAudio(recordings.agent.slice(1_400 * 16, firstWords * 16), silence(1_500)),
      customer: concatAudio(recordings.customer.slice(5_900 * 16, 9_000 * 16), silence(1_500)),
    };
    const first = await startOneMoreBot();
    const call = await answerCall(db, media.rooms, { recorded: true });
    const { callId } = call;
    const customer = await joinCall(media.url, callId, call.customerIdentity);
    const agent = await joinCall(media.url, callId, call.agentIdentity);
    sides.push(customer, agent);
    await until(async () => (await eventsOf(callId, 'recording.started')).length === 1);
    await agent.play(spoken.agent);
    await customer.play(spoken.customer);
    await until(async () => (await eventsOf(callId, 'segment.final')).length >= 2);
    // What is written by then outlives the bot.
    await agent.play(silence(9_000));

    await startOneMoreBot();
    await stop(first, 'SIGKILL');
    await until(async () => (await eventsOf(callId, 'recording.started')).length === 2);
    const before = (await eventsOf(callId, 'segment.final')).length;
    await agent.play(spoken.agent);
    await until(async () => (await eventsOf(callId, 'segment.final')).length > before);
    await store.endCall(db, callId, 'agent-hung-up');
    await until(async () => (await store.findRecording(db, callId))?.status === 'ready');

    const [ready] = await eventsOf(callId, 'recording.ready');
    const row = await store.findCall(db, callId);
    const talkMs = (row?.talkEndedAt?.getTime() ?? 0) - (row?.answeredAt?.getTime() ?? 0);
    expect(Math.abs((ready?.data.durationMs ?? 0) - talkMs)).toBeLessThan(1_500);
    const reasons = (await eventsOf(callId, 'recording.lost')).map(({ data }) => data.reason);
    expect(reasons).toContain('bot-restarted');
    expect(existsSync(join(folder, 'spool', callId))).toBe(false);

    const sound = await listenTo(callId);
    const finals = await eventsOf(callId, 'segment.final');
    expect(new Set(finals.map(({ data }) => data.speaker))).toEqual(new Set(['agent', 'customer']));
    for (const { data } of finals) {
      const other = data.speaker === 'agent' ? 'customer' : 'agent';
      const { startMs, endMs } = data;
      expect(loudest(sound[data.speaker], startMs, endMs)).toBeGreaterThan(1_500);
      expect(loudest(sound[other], startMs, endMs)).toBeLessThan(300);
      // Speech begins within 150 ms of its line.
      expect(loudest(sound[data.speaker], startMs - 450, startMs - 150)).toBeLessThan(600);
    }
  }, 120_000);

  it('does not exist for a call whose customer did not agree to it', async () => {
    const { callId, customerIdentity } = await answerCall(db, media.rooms);
    sides.push(await joinCall(media.url, callId, customerIdentity));
    await until(async () => (await eventsOf(callId, 'participant.joined')).length > 0);
    await store.endCall(db, callId, 'customer-hung-up');
    expect(await store.findRecording(db, callId)).toBeUndefined();
    expect(existsSync(join(folder, 'spool', callId))).toBe(false);
  }, 60_000);
});

function loudest(lane: Int16Array, fromMs: number, toMs: number): number {
  const stretch = lane.subarray(Math.max(0, fromMs) * 16, Math.max(0, toMs) * 16);
  return stretch.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}
