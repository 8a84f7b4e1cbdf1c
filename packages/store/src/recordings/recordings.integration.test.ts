import { randomBytes } from 'node:crypto';
import type { CallId, NewCallEvent } from '@agent/protocol';
import { anEventId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { endCall } from '../calls/call-endings.ts';
import { holdCall, resumeCall } from '../calls/hold.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { age, newActiveCall, useStore } from '../test-support/store.ts';
import { finishRecording, loseRecording } from './end-recording.ts';
import { openRecording } from './open-recording.ts';
import { readRecordingNotes } from './recording-notes.ts';
import { findRecording } from './recording-row.ts';
import {
  callsStillRecording,
  claimUnfinishedRecordings,
  forgottenRecordings,
} from './unfinished-recordings.ts';

const store = useStore();
const finished = {
  soundName: 'x/sound.webm',
  waveformName: 'x/waveform.dat',
  bytes: 1200,
  durationMs: 60_000,
  sha256: 'ab'.repeat(32),
};

async function recordedCall(): Promise<CallId> {
  const { call } = await newActiveCall(store.db);
  await store.db`update calls set recorded = true where id = ${call.id}`;
  return call.id;
}

/** A recorded call of 60 s that is over, with a key and without an assembler. */
async function overCall(): Promise<CallId> {
  const callId = await recordedCall();
  await openRecording(store.db, callId, randomBytes(64));
  await age(store.db, callId, 'answered_at', 60_000);
  await endCall(store.db, callId, 'agent-hung-up');
  return callId;
}

async function endedAgo(callId: CallId, ms: number) {
  await store.db`update calls set ended_at = ended_at - ${ms}::double precision * interval '1 ms'
    where id = ${callId}`;
}

const claim = { closed: [], endedForMs: 120_000, leaseMs: 60_000, limit: 10 };

async function typesOf(callId: CallId) {
  const page = await readCallEvents(store.db, callId, {
    audience: 'staff',
    afterSeq: 0,
    limit: 50,
  });
  return page.envelopes.map(({ event }) => event.type).filter((type) => /^recording/.test(type));
}

test('two bots that begin at once record under the same key', async () => {
  const callId = await recordedCall();
  const keys = [randomBytes(64), randomBytes(64)];
  const opened = await Promise.all(keys.map((key) => openRecording(store.db, callId, key)));
  expect(Buffer.from(opened[0] ?? [])).toEqual(Buffer.from(opened[1] ?? []));
  const row = await findRecording(store.db, callId);
  expect(row).toMatchObject({ status: 'recording', bytes: null, deletedAt: null });
  expect(row?.wrappedKey).toEqual(opened[0]);
});

test('what nobody agreed to is not recorded, nor is a call that does not exist', async () => {
  const { call } = await newActiveCall(store.db);
  expect(await openRecording(store.db, call.id, randomBytes(64))).toBeUndefined();
  expect(await findRecording(store.db, call.id)).toBeUndefined();
});

test('a sound is ready once, in the row and in the log', async () => {
  const callId = await overCall();
  const first = await finishRecording(store.db, callId, finished);
  expect(first?.event).toMatchObject({ type: 'recording.ready', data: { durationMs: 60_000 } });
  expect(await finishRecording(store.db, callId, finished)).toBeUndefined();
  expect(await typesOf(callId)).toEqual(['recording.ready']);
  expect(await findRecording(store.db, callId)).toMatchObject({ ...finished, status: 'ready' });
  expect(await openRecording(store.db, callId, randomBytes(64))).toBeUndefined();
});

test('of a recording that was deleted meanwhile nothing becomes ready or lost', async () => {
  const callId = await overCall();
  await store.db`update recordings set status = 'deleted', wrapped_key = null,
    deleted_at = now(), deletion_rule = 'request' where call_id = ${callId}`;
  expect(await finishRecording(store.db, callId, finished)).toBeUndefined();
  expect(await loseRecording(store.db, callId, 1)).toBeUndefined();
  expect(await callsStillRecording(store.db, [callId])).toEqual([]);
  expect(await typesOf(callId)).toEqual([]);
});

test('of a lost recording the log tells how much it was', async () => {
  const callId = await overCall();
  const lost = await loseRecording(store.db, callId, 60_000);
  expect(lost?.event.data).toEqual({ startMs: 0, endMs: 60_000, reason: 'nothing-kept' });
  expect(await findRecording(store.db, callId)).toMatchObject({ status: 'lost' });
});

test('a recording is taken when its recorder has ended, or must have', async () => {
  const closed = await overCall();
  const old = await overCall();
  const fresh = await overCall();
  await endedAgo(old, 121_000);
  const callIds = [closed, old, fresh];
  const taken = await claimUnfinishedRecordings(store.db, 'a', {
    ...claim,
    callIds,
    closed: [closed],
  });
  expect(new Set(taken.map(({ callId }) => callId))).toEqual(new Set([closed, old]));
  expect(taken[0]?.talkMs).toBeGreaterThanOrEqual(60_000);
});

test('a call that goes on is not assembled, whoever says that its recorder has ended', async () => {
  const callId = await recordedCall();
  await openRecording(store.db, callId, randomBytes(64));
  const options = { ...claim, callIds: [callId], closed: [callId] };
  expect(await claimUnfinishedRecordings(store.db, 'a', options)).toEqual([]);
});

test('each recording goes to one assembler, until its lease runs out', async () => {
  const calls = [await overCall(), await overCall(), await overCall(), await overCall()];
  const options = { ...claim, callIds: calls, closed: calls, limit: 2 };
  const claims = await Promise.all(
    ['a', 'b', 'c'].map((bot) => claimUnfinishedRecordings(store.db, bot, options)),
  );
  const taken = claims.flat().map(({ callId }) => callId);
  expect(new Set(taken).size).toBe(taken.length);
  const [first] = calls as [CallId];
  const only = { ...options, callIds: [first] };
  await store.db`update recordings set assembler = 'a',
    assembler_lease_until = clock_timestamp() + interval '1 minute'`;
  expect(await claimUnfinishedRecordings(store.db, 'b', only)).toEqual([]);
  expect(await claimUnfinishedRecordings(store.db, 'a', only)).toHaveLength(1);
  await store.db`update recordings set assembler_lease_until = clock_timestamp() - interval '1 s'`;
  expect(await claimUnfinishedRecordings(store.db, 'b', only)).toHaveLength(1);
});

test('what nobody has for long is found, but not what somebody assembles', async () => {
  const callId = await overCall();
  const over = { endedForMs: 3_600_000, limit: 10 };
  expect(await forgottenRecordings(store.db, over)).toEqual([]);
  await endedAgo(callId, 3_700_000);
  expect(await forgottenRecordings(store.db, over)).toEqual([
    { callId, talkMs: expect.any(Number) },
  ]);
  const options = { ...claim, callIds: [callId] };
  await claimUnfinishedRecordings(store.db, 'a', options);
  expect(await forgottenRecordings(store.db, over)).toEqual([]);
});

test('the log tells what must be silent and what is lost', async () => {
  const callId = await recordedCall();
  const tell = (event: object) =>
    appendCallEvent(store.db, callId, {
      eventId: anEventId(),
      actor: 'bot',
      ...event,
    } as NewCallEvent);
  await tell({ type: 'recording.masked', data: { startMs: 100, endMs: 900 } });
  await tell({ type: 'recording.lost', data: { startMs: 0, endMs: 50, reason: 'unsettled' } });
  await holdCall(store.db, callId);
  await resumeCall(store.db, callId);
  await tell({ type: 'recording.paused', data: {} });
  const notes = await readRecordingNotes(store.db, callId);
  expect(notes.masked).toEqual([{ fromMs: 100, toMs: 900 }]);
  expect(notes.lost).toEqual([{ fromMs: 0, toMs: 50 }]);
  const [paused, held] = notes.silent;
  expect(paused).toEqual({ fromMs: expect.any(Number), toMs: Number.POSITIVE_INFINITY });
  expect(held?.toMs).toBeGreaterThanOrEqual(held?.fromMs ?? Number.NaN);
  expect(notes.silent).toHaveLength(2);
});
