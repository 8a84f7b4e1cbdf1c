import { randomUUID } from 'node:crypto';
import { createLog } from '@agent/process/log';
import { type CallEventType, settingPresets } from '@agent/protocol';
import type { PartFiles } from '@agent/recordings/record';
import { isStoreError, StoreError } from '@agent/store';
import { createFakeDirectory } from '@agent/testing/fake-directory';
import { createFakeVad } from '@agent/testing/fake-vad';
import { aCallId, aQueueId } from '@agent/testing/ids';
import { createFakeTranscriber } from '@agent/testing/transcriber';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakePlaybook } from '../assist/test-support/fake-playbook.ts';
import { SAMPLES_PER_MS } from '../audio/audio-frame.ts';
import { createMetrics } from '../health/metrics.ts';
import type { RecordingServices } from '../record/recording-services.ts';
import type { JoinedRoom, JoinRoomOptions } from '../room/join-room.ts';
import { createTrackFrames } from '../room/track-frames.ts';
import { scoreSentiment } from '../sentiment/score-sentiment.ts';
import { createSentimentAlerts } from '../sentiment/sentiment-alerts.ts';
import { fakeTrack } from '../test-support/fake-track.ts';
import { logInMemory } from '../test-support/log-in-memory.ts';
import { startCallSession } from './call-session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const FRAME_MS = 32;

interface Setup {
  heardUntilMs?: number | null;
  /** Throws where the model of the VAD would. */
  onWindow?: () => void;
  /** What an append fails with, if it does. */
  failure?: () => Error | undefined;
  text?: string;
  /** Given when the customer agreed to be recorded. */
  recordings?: RecordingServices;
}

/** A session with a customer's microphone, on a log in memory. */
async function setUp(setup: Setup = {}) {
  const { heardUntilMs = null, onWindow = () => undefined, text = 'Yes.' } = setup;
  const callId = aCallId();
  const track = fakeTrack();
  const metrics = createMetrics();
  const left = Promise.withResolvers<void>();
  let isLogAway = false;
  const log = logInMemory({
    isUnavailable: (error) => !isStoreError(error),
    mayPass: (error) => !isStoreError(error),
    failureOf: () => (isLogAway ? new Error('away') : setup.failure?.()),
  });
  const { stored } = log;
  let options: JoinRoomOptions | undefined;
  const call = {
    ...{ callId, heardUntilMs, elapsedMs: 100_000, held: false },
    ...{ recorded: setup.recordings !== undefined, recordingPausedFromMs: null },
    ...{ lastWait: null, queueId: aQueueId() },
    ...{ customerIdentity: randomUUID(), agentIdentity: randomUUID() },
  };
  const session = startCallSession(call, {
    async join(_callId, given) {
      options = given;
      return {
        left: left.promise,
        sides: ['customer'],
        send: async () => undefined,
        lookAgain: () => undefined,
        deafSinceMs: () => undefined,
        stopHearing: () => frames.close(),
        leave: async () => left.resolve(),
      } satisfies JoinedRoom;
    },
    openVad: () => createFakeVad(onWindow),
    queues: { of: () => ({ language: 'en', terms: [] }) },
    transcriber: {
      ...createFakeTranscriber({ answer: () => text, delayMs: 20 }),
      isReachable: () => true,
    },
    interims: () => true,
    log,
    assist: {
      playbook: () => fakePlaybook([]),
      suggester: undefined,
      directory: createFakeDirectory(),
      scoreSentiment,
      alerts: createSentimentAlerts(() => settingPresets),
      settings: { current: () => settingPresets, onChange: () => () => undefined },
      readLog: () => Promise.reject(new Error('away')),
    },
    dataApi: { sendData: async () => undefined },
    recordings: setup.recordings,
    metrics,
    logger: createLog({ part: 'bot', level: 'silent' }),
  });
  await vi.advanceTimersByTimeAsync(10);
  const clock = options?.clock ?? (() => 0);
  const frames = createTrackFrames(track.openStream, {
    clock,
    onDroppedMs: () => undefined,
    tap: options?.tapOf?.('customer'),
  });
  options?.onMicrophone('customer', frames);
  const dataOf = (type: CallEventType) =>
    stored.flatMap((event) => (event.type === type ? [event.data] : []));
  return {
    ...{ session, clock, metrics, dataOf, logIsAway: (now: boolean) => (isLogAway = now) },
    async play(ms: number, level: number) {
      for (let played = 0; played < ms; played += FRAME_MS) {
        await vi.advanceTimersByTimeAsync(FRAME_MS);
        track.play(new Int16Array(FRAME_MS * SAMPLES_PER_MS).fill(level));
        await vi.advanceTimersByTimeAsync(0);
      }
    },
  };
}

describe('startCallSession', () => {
  it('keeps the time of what is said when the clock of its host is put right', async () => {
    const call = await setUp();
    await call.play(1_000, 0);
    vi.setSystemTime(Date.now() + 3_600_000);
    await call.play(1_000, 1_000);
    vi.setSystemTime(Date.now() - 7_200_000);
    await call.play(1_000, 0);
    await call.session.finish();
    expect(call.dataOf('segment.final')).toMatchObject([
      { startMs: expect.closeTo(101_000, -3), endMs: expect.closeTo(102_000, -3) },
    ]);
  });

  it('counts what the log refuses because it has another event with the same id', async () => {
    const call = await setUp({ failure: () => StoreError.eventIdTaken('a call', 'an id') });
    await call.session.finish();
    const text = await call.metrics.registry.metrics();
    expect(text).toMatch(/^bot_taken_event_ids_total [1-9]/m);
  });

  it('says that it does not hear while its pipeline fails, and what was lost when it hears again', async () => {
    let isBroken = false;
    const call = await setUp({
      onWindow() {
        if (isBroken) throw new Error('the model failed');
      },
    });
    await call.play(1_000, 0);
    isBroken = true;
    await call.play(3_000, 1_000);
    isBroken = false;
    await call.play(10_000, 0);
    expect(call.dataOf('transcription.changed')).toMatchObject([
      { status: 'off' },
      { status: 'live' },
    ]);
    expect(call.dataOf('transcript.gap')).toMatchObject([
      { speaker: 'customer', reason: 'pipeline-failed', startMs: expect.closeTo(101_000, -3) },
    ]);
    const text = await call.metrics.registry.metrics();
    expect(text).toMatch(/^bot_pipeline_failures_total\{speaker="customer"\} [1-9]/m);
    await call.session.finish();
  });

  it('hides every number after a take-over while it cannot read what was said before', async () => {
    const call = await setUp({ heardUntilMs: 90_000, text: '1111 1111.' });
    await call.play(1_000, 1_000);
    await call.play(1_000, 0);
    await call.session.finish();
    expect(call.dataOf('segment.final')).toMatchObject([{ text: '[card number].' }]);
    expect(call.dataOf('transcript.gap')).toMatchObject([
      { reason: 'bot-restarted', startMs: 90_000 },
      { reason: 'bot-restarted', startMs: 90_000 },
    ]);
  });

  it('has not heard what it could not store, and stores it late when the call is over', async () => {
    const call = await setUp();
    await call.play(500, 0);
    call.logIsAway(true);
    await call.play(1_000, 1_000);
    await call.play(5_000, 0);
    expect(call.session.heardUntilMs()).toBeLessThan(100_700);
    const finished = call.session.finish();
    await vi.advanceTimersByTimeAsync(20_000);
    call.logIsAway(false);
    await vi.advanceTimersByTimeAsync(1_000);
    await finished;
    expect(call.dataOf('segment.final')).toHaveLength(1);
  });

  it('gives up within seconds what it cannot store when the process ends, and counts it', async () => {
    const call = await setUp();
    call.logIsAway(true);
    await call.play(1_000, 1_000);
    await call.play(1_000, 0);
    call.session.hurry();
    const finished = call.session.finish();
    await vi.advanceTimersByTimeAsync(4_000);
    await finished;
    expect(call.session.heardUntilMs()).toBeLessThan(100_700);
    const text = await call.metrics.registry.metrics();
    expect(text).toMatch(/^bot_lost_events_total [1-9]/m);
  });

  it('makes the same text of a call that is recorded, whatever becomes of its sound', async () => {
    const never = () => new Promise<never>(() => undefined);
    const refused = async () => Promise.reject(new Error('ENOSPC'));
    const files: PartFiles = { create: refused, read: refused, list: refused, remove: refused };
    const services: RecordingServices = {
      openKey: async () => new Uint8Array(32),
      enter: () => files,
      leave: () => undefined,
    };
    const fail = () => {
      throw new Error('broken');
    };
    const recordings: (RecordingServices | undefined)[] = [
      undefined,
      services,
      { ...services, openKey: refused },
      { ...services, openKey: never },
      { ...services, enter: fail },
      { ...services, enter: () => ({ ...files, create: never }) },
      { ...services, leave: fail },
    ];
    const texts: unknown[] = [];
    for (const recording of recordings) {
      const call = await setUp(recording ? { recordings: recording } : {});
      await call.play(1_000, 0);
      await call.play(1_000, 1_000);
      await call.play(9_000, 0);
      const finished = call.session.finish();
      await vi.advanceTimersByTimeAsync(6_000);
      await finished;
      const finals = call.dataOf('segment.final') as { text: string; startMs: number }[];
      texts.push(finals.map(({ text, startMs }) => ({ text, startMs })));
    }
    expect(texts).toEqual(recordings.map(() => texts[0]));
    expect(texts[0]).toHaveLength(1);
  });
});
