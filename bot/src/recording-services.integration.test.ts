import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import {
  bytesOf,
  openRecordings,
  openSealedObject,
  sha256Of,
  unwrapDataKey,
} from '@agent/recordings';
import { decodeWebm } from '@agent/recordings/test-support/decode-webm';
import * as store from '@agent/store';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BotEnv, botEnvSchema } from './env-schema.ts';
import { createMetrics } from './health/metrics.ts';
import { openRecordingServices } from './recording-services.ts';
import { writePart } from './test-support/part-of-call.ts';
import { acceptedCall } from './test-support/stored-call.ts';

let postgres: TestServer;
let db: store.Database;
let folder: string;
let env: BotEnv;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  postgres = await startTestServer();
  const url = await postgres.createDatabase();
  await store.migrate(url);
  db = store.openDatabase(url);
}, 60_000);
afterAll(async () => {
  await store.closeDatabase(db);
  await postgres.close();
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recording-services-'));
  env = botEnvSchema.parse({
    ...{ DATABASE_URL: 'postgres://x/y', LIVEKIT_URL: 'ws://x', LIVEKIT_API_KEY: 'x' },
    ...{ LIVEKIT_API_SECRET: 'x', RECORDING_KEY: Buffer.alloc(32, 7).toString('base64') },
    RECORDING_STORE: join(folder, 'store'),
    RECORDING_SPOOL: join(folder, 'spool'),
  });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((services) => services.close()));
  rmSync(folder, { recursive: true, force: true });
});

function startBot(botId = 'a') {
  const logger = createLog({ part: 'bot', level: 'silent' });
  const opened = openRecordingServices({ env, db, botId, metrics: createMetrics(), logger });
  if (!opened) throw new Error('Nothing can be recorded.');
  open.push(opened);
  return opened.services;
}

const recordedCall = () => acceptedCall(db, { recorded: true });

/** A call of a minute that is over since so long. */
async function end(callId: CallId, agoMs = 0) {
  await store.endCall(db, callId, 'agent-hung-up');
  await db`update calls set
    answered_at = talk_ended_at - interval '60 s' - ${agoMs}::double precision * interval '1 ms',
    talk_ended_at = talk_ended_at - ${agoMs}::double precision * interval '1 ms',
    ended_at = ended_at - ${agoMs}::double precision * interval '1 ms' where id = ${callId}`;
}

async function recordingEvents(callId: CallId) {
  const options = { audience: 'staff', afterSeq: 0, limit: 100 } as const;
  const { envelopes } = await store.readCallEvents(db, callId, options);
  return envelopes.flatMap(({ event }) =>
    event.type.startsWith('recording.') ? [{ type: event.type, data: event.data }] : [],
  );
}

const statusOf = async (callId: CallId) => (await store.findRecording(db, callId))?.status;
const spoolOf = (callId: CallId) => existsSync(join(folder, 'spool', callId));
const inTime = { timeout: 15_000, interval: 50 };

/** What somebody who may listen hears. */
async function listenTo(callId: CallId) {
  const row = await store.findRecording(db, callId);
  const opened = openRecordings(env);
  if (!row?.wrappedKey || !row.soundName || !opened) throw new Error('There is no sound.');
  const key = unwrapDataKey(row.wrappedKey, callId, opened.masters);
  const sound = await openSealedObject(opened.store, row.soundName, key);
  const webm = await bytesOf((await sound?.read()) ?? new ReadableStream());
  expect(webm.length).toBe(row.bytes);
  return decodeWebm(webm);
}

const isSilent = (lane: Int16Array, fromMs: number, toMs: number) =>
  lane.subarray(fromMs * 16, toMs * 16).every((sample) => Math.abs(sample) < 300);

describe('the recording of a call that is over', () => {
  it('is stored, and its spool is empty', async () => {
    const { id } = await recordedCall();
    const services = startBot();
    const key = await services.openKey(id);
    await writePart(services.enter(id), key ?? new Uint8Array(), 0, 60_000);
    await end(id);
    services.leave(id, { isOver: true, masks: [{ fromMs: 20_000, toMs: 25_000 }] });
    await vi.waitFor(async () => expect(await statusOf(id)).toBe('ready'), inTime);
    await vi.waitFor(() => expect(spoolOf(id)).toBe(false), inTime);
    expect(readdirSync(join(folder, 'store', id)).sort()).toEqual(['sound.webm', 'waveform.dat']);
    const { customer } = await listenTo(id);
    expect(isSilent(customer, 20_000, 25_000)).toBe(true);
    expect(isSilent(customer, 26_000, 59_000)).toBe(false);
    expect(await recordingEvents(id)).toMatchObject([
      { type: 'recording.ready', data: { durationMs: 60_000 } },
    ]);
  }, 30_000);

  it('is finished by another bot when its own is gone, with what the log says of it', async () => {
    const { id } = await recordedCall();
    const dead = startBot('dead');
    const key = (await dead.openKey(id)) ?? new Uint8Array();
    await writePart(dead.enter(id), key, 0, 20_000);
    await writePart(dead.enter(id), key, 30_000, 50_000);
    await store.appendCallEvent(db, id, {
      eventId: store.newEventId(),
      actor: 'bot',
      type: 'recording.masked',
      data: { startMs: 5_000, endMs: 9_000 },
    });
    await end(id, 130_000);
    startBot('living');
    await vi.waitFor(async () => expect(await statusOf(id)).toBe('ready'), inTime);
    const { agent } = await listenTo(id);
    expect(isSilent(agent, 5_000, 9_000)).toBe(true);
    expect(isSilent(agent, 20_100, 29_900)).toBe(true);
    expect(isSilent(agent, 40_000, 49_000)).toBe(false);
    const lost = (await recordingEvents(id)).filter(({ type }) => type === 'recording.lost');
    expect(lost.map(({ data }) => data)).toEqual([
      { startMs: 20_000, endMs: 30_000, reason: 'bot-restarted' },
      { startMs: 50_000, endMs: expect.any(Number), reason: 'nothing-kept' },
    ]);
  }, 30_000);

  it('is finished once when two bots of one spool look for it at once', async () => {
    const { id } = await recordedCall();
    const first = startBot('a');
    const second = startBot('b');
    const key = (await first.openKey(id)) ?? new Uint8Array();
    expect(await second.openKey(id)).toEqual(key);
    await writePart(first.enter(id), key, 0, 60_000);
    await end(id, 130_000);
    for (const bot of [first, second]) bot.leave(id, { isOver: true, masks: [] });
    await vi.waitFor(async () => expect(await statusOf(id)).toBe('ready'), inTime);
    await vi.waitFor(() => expect(spoolOf(id)).toBe(false), inTime);
    expect(await recordingEvents(id)).toHaveLength(1);
    const sealed = await openRecordings(env)?.store.read(`${id}/sound.webm`);
    const sha256 = sha256Of(await bytesOf(sealed ?? new ReadableStream()));
    expect((await store.findRecording(db, id))?.sha256).toBe(sha256);
  }, 30_000);

  it('waits in the spool while the store is away', async () => {
    const { id } = await recordedCall();
    writeFileSync(env.RECORDING_STORE, 'no folder');
    const services = startBot();
    const key = (await services.openKey(id)) ?? new Uint8Array();
    await writePart(services.enter(id), key, 0, 60_000);
    await end(id);
    services.leave(id, { isOver: true, masks: [] });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect([await statusOf(id), spoolOf(id)]).toEqual(['recording', true]);
    rmSync(env.RECORDING_STORE);
    await vi.waitFor(async () => expect(await statusOf(id)).toBe('ready'), inTime);
  }, 30_000);

  it('is lost when nothing of it was kept', async () => {
    const { id } = await recordedCall();
    const services = startBot();
    await services.openKey(id);
    services.enter(id);
    await end(id);
    services.leave(id, { isOver: true, masks: [] });
    await vi.waitFor(async () => expect(await statusOf(id)).toBe('lost'), inTime);
    const [lost] = await recordingEvents(id);
    expect(lost?.data).toMatchObject({ startMs: 0, endMs: 60_000, reason: 'nothing-kept' });
  }, 30_000);

  it('is lost when nobody has come with its parts for a day', async () => {
    const [old, fresh] = [await recordedCall(), await recordedCall()];
    const services = startBot('gone');
    for (const { id } of [old, fresh]) await services.openKey(id);
    await end(old.id, 86_500_000);
    await end(fresh.id, 3_600_000);
    startBot('other');
    await vi.waitFor(async () => expect(await statusOf(old.id)).toBe('lost'), inTime);
    expect(await statusOf(fresh.id)).toBe('recording');
  }, 30_000);

  it('leaves nothing behind when somebody has deleted it meanwhile', async () => {
    const { id } = await recordedCall();
    const services = startBot();
    const key = (await services.openKey(id)) ?? new Uint8Array();
    await writePart(services.enter(id), key, 0, 60_000);
    await end(id);
    await db`update recordings set status = 'deleted', wrapped_key = null, deleted_at = now(),
      deletion_rule = 'request' where call_id = ${id}`;
    services.leave(id, { isOver: true, masks: [] });
    await vi.waitFor(() => expect(spoolOf(id)).toBe(false), inTime);
    expect(existsSync(join(folder, 'store', id))).toBe(false);
    expect(await recordingEvents(id)).toEqual([]);
  }, 30_000);
});

describe('the recording of a call that goes on', () => {
  it('is left alone by every bot, and goes on under the same key', async () => {
    const { id } = await recordedCall();
    const first = startBot('a');
    const key = (await first.openKey(id)) ?? new Uint8Array();
    await writePart(first.enter(id), key, 0, 5_000);
    first.leave(id, { isOver: false, masks: [] });
    const second = startBot('b');
    expect(await second.openKey(id)).toEqual(key);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([await statusOf(id), spoolOf(id)]).toEqual(['recording', true]);
  }, 30_000);

  it('gets no key when nobody agreed to it', async () => {
    const { id } = await acceptedCall(db);
    expect(await startBot().openKey(id)).toBeUndefined();
  });
});

it('says once that nothing is recorded where a setting is missing', () => {
  const logger = createLog({ part: 'bot', level: 'silent' });
  const warn = vi.spyOn(logger, 'warn');
  const metrics = createMetrics();
  for (const name of ['RECORDING_KEY', 'RECORDING_STORE', 'RECORDING_SPOOL']) {
    const without = { ...env, [name]: '' };
    expect(
      openRecordingServices({ env: without, db, botId: 'a', metrics, logger }),
    ).toBeUndefined();
  }
  expect(warn).toHaveBeenCalledTimes(3);
});
