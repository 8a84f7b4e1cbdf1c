import type { Side } from '@agent/protocol';
import * as store from '@agent/store';
import { concatAudio, silence } from '@agent/testing/audio';
import { loadSpeech } from '@agent/testing/speech';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCall, joinCall, stop, until } from './test-support/live-call.ts';
import { loudest, openRecordedCalls, type RecordedCalls } from './test-support/recorded-calls.ts';

const livekitBinary = process.env.LIVEKIT_SERVER_BIN;

/** `npm test` always names the server; alone these tests need `LIVEKIT_SERVER_BIN`. */
describe.skipIf(!livekitBinary)('the recording of a call in a real room', () => {
  let calls: RecordedCalls;
  beforeAll(async () => {
    calls = await openRecordedCalls(livekitBinary ?? '');
  }, 120_000);
  afterAll(() => calls.close(), 60_000);

  it('goes on in the hands of another bot, and stands in the place of its text', async () => {
    const { recordings, script } = await loadSpeech('password-reset');
    const firstWords = script.turns[0]?.endMs ?? 0;
    const spoken: Record<Side, Int16Array> = {
      agent: concatAudio(recordings.agent.slice(1_400 * 16, firstWords * 16), silence(1_500)),
      customer: concatAudio(recordings.customer.slice(5_900 * 16, 9_000 * 16), silence(1_500)),
    };
    const { db, media, sides, startOneMoreBot, eventsOf } = calls;
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
    expect(calls.hasParts(callId)).toBe(false);

    const sound = await calls.listenTo(callId);
    const finals = await eventsOf(callId, 'segment.final');
    expect(new Set(finals.map(({ data }) => data.speaker))).toEqual(new Set(['agent', 'customer']));
    for (const { data } of finals) {
      if (data.speaker === 'supervisor') continue;
      const other = data.speaker === 'agent' ? 'customer' : 'agent';
      const { startMs, endMs } = data;
      expect(loudest(sound[data.speaker], startMs, endMs)).toBeGreaterThan(1_500);
      expect(loudest(sound[other], startMs, endMs)).toBeLessThan(300);
      // Speech begins within 150 ms of its line.
      expect(loudest(sound[data.speaker], startMs - 450, startMs - 150)).toBeLessThan(600);
    }
  }, 120_000);

  it('does not exist for a call whose customer did not agree to it', async () => {
    const { db, media, sides, eventsOf } = calls;
    const { callId, customerIdentity } = await answerCall(db, media.rooms);
    sides.push(await joinCall(media.url, callId, customerIdentity));
    await until(async () => (await eventsOf(callId, 'participant.joined')).length > 0);
    await store.endCall(db, callId, 'customer-hung-up');
    expect(await store.findRecording(db, callId)).toBeUndefined();
    expect(calls.hasParts(callId)).toBe(false);
  }, 60_000);
});
