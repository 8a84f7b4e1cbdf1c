import { randomUUID } from 'node:crypto';
import type { CallId, UserId } from '@agent/protocol';
import * as store from '@agent/store';
import { concatAudio, silence } from '@agent/testing/audio';
import { aUserId } from '@agent/testing/ids';
import { loadSpeech } from '@agent/testing/speech';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCall, joinCall, until } from './test-support/live-call.ts';
import { loudest, openRecordedCalls, type RecordedCalls } from './test-support/recorded-calls.ts';

const livekitBinary = process.env.LIVEKIT_SERVER_BIN;

/** `npm test` always names the server; alone these tests need `LIVEKIT_SERVER_BIN`. */
describe.skipIf(!livekitBinary)('a call whose agent is disabled, in a real room', () => {
  let calls: RecordedCalls;
  beforeAll(async () => {
    calls = await openRecordedCalls(livekitBinary ?? '');
    await calls.startOneMoreBot();
  }, 120_000);
  afterAll(() => calls.close(), 60_000);

  it('is left by the bot, which goes on with the next agent on the same clock', async () => {
    const { db, media, sides, eventsOf } = calls;
    const { recordings, script } = await loadSpeech('password-reset');
    const firstWords = script.turns[0]?.endMs ?? 0;
    const ofAgent = concatAudio(
      recordings.agent.slice(1_400 * 16, firstWords * 16),
      silence(1_500),
    );
    const ofCustomer = concatAudio(
      recordings.customer.slice(5_900 * 16, 9_000 * 16),
      silence(1_500),
    );
    const { callId, customerIdentity, agentIdentity } = await answerCall(db, media.rooms, {
      recorded: true,
    });
    const customer = await joinCall(media.url, callId, customerIdentity);
    const agent = await joinCall(media.url, callId, agentIdentity);
    sides.push(customer, agent);
    await until(async () => (await eventsOf(callId, 'recording.started')).length === 1);
    // Still being said when the agent is disabled: the last words are stored all the same.
    const speaking = agent.play(ofAgent);
    await until(() => agent.messages.some(({ kind }) => kind === 'interim'));
    await disableAgentOf(callId);
    await until(async () => (await eventsOf(callId, 'segment.final')).length > 0);
    await speaking;
    await agent.leave();

    await until(async () => !(await isInRoom(callId)));
    const saidBefore = (await eventsOf(callId, 'segment.final')).length;
    await customer.play(ofCustomer);
    await customer.play(silence(3_000));
    expect(await eventsOf(callId, 'segment.final')).toHaveLength(saidBefore);

    const { call: taken } = await takeOn(callId);
    const next = await joinCall(media.url, callId, taken.agentIdentity ?? '');
    sides.push(next);
    await until(async () => (await eventsOf(callId, 'recording.started')).length === 2);
    await next.play(ofAgent);
    await customer.play(ofCustomer);
    await until(async () => (await eventsOf(callId, 'segment.final')).length >= saidBefore + 2);
    expect(next.messages.some(({ kind }) => kind === 'event')).toBe(true);
    await store.endCall(db, callId, 'agent-hung-up');
    await until(async () => (await store.findRecording(db, callId))?.status === 'ready');
    await expectOneClock(callId);
  }, 120_000);

  it('loses nothing more when the customer leaves meanwhile: its sound is put together', async () => {
    const { db, media, sides, eventsOf } = calls;
    const { recordings } = await loadSpeech('password-reset');
    const { callId, customerIdentity } = await answerCall(db, media.rooms, { recorded: true });
    const customer = await joinCall(media.url, callId, customerIdentity);
    sides.push(customer);
    await until(async () => (await eventsOf(callId, 'recording.started')).length === 1);
    await customer.play(
      concatAudio(recordings.customer.slice(5_900 * 16, 9_000 * 16), silence(1_500)),
    );
    await until(async () => (await eventsOf(callId, 'segment.final')).length > 0);
    await disableAgentOf(callId);
    await until(async () => !(await isInRoom(callId)));
    await store.abandonCall(db, callId, 'customer-left');
    // Whoever recorded it has ended long ago by then.
    await db`update calls set ended_at = ended_at - interval '3 minutes' where id = ${callId}`;
    await until(async () => (await store.findRecording(db, callId))?.status === 'ready', 60_000);
    const [final] = await eventsOf(callId, 'segment.final');
    const { startMs = 0, endMs = 0 } = final?.data ?? {};
    expect(loudest((await calls.listenTo(callId)).customer, startMs, endMs)).toBeGreaterThan(1_500);
    const row = await store.findCall(db, callId);
    const talkMs = (row?.talkEndedAt?.getTime() ?? 0) - (row?.answeredAt?.getTime() ?? 0);
    for (const { data } of await eventsOf(callId, 'recording.lost')) {
      expect(data.endMs).toBeLessThan(talkMs + 1_000);
    }
  }, 120_000);

  /** As an admin does it. */
  async function disableAgentOf(callId: CallId): Promise<void> {
    const { db } = calls;
    const agentId = (await store.findCall(db, callId))?.agentId as UserId;
    const requeued = await db.begin(async (tx) => {
      await tx`update users set disabled = true where id = ${agentId}`;
      return store.requeueCallOfAgent(tx, agentId);
    });
    if (!requeued) throw new Error('The call was not put back.');
  }

  async function takeOn(callId: CallId) {
    const { db } = calls;
    const user = { id: aUserId(), username: `next-${callId}`, displayName: 'Sam' } as const;
    const agent = await store.upsertUser(db, { ...user, role: 'agent', passwordHash: 'x' });
    await store.setAgentStatus(db, agent.id, 'available');
    await store.offerNextCalls(db, { offerMs: 20_000, newIdentity: randomUUID });
    const accepted = await store.acceptOffer(db, callId, agent.id);
    if (!accepted) throw new Error('The call was offered to somebody else.');
    return accepted;
  }

  /** Whether a bot is in the room of the call. */
  async function isInRoom(callId: CallId): Promise<boolean> {
    const participants = await calls.media.rooms.listParticipants(callId);
    return participants.some(({ identity }) => identity.startsWith('bot-'));
  }

  /** Times go on from the first answer; the wait is neither lost nor heard. */
  async function expectOneClock(callId: CallId): Promise<void> {
    const { db, eventsOf } = calls;
    const row = await store.findCall(db, callId);
    const since = (at: Date | null | undefined) =>
      (at?.getTime() ?? Number.NaN) - (row?.answeredAt?.getTime() ?? Number.NaN);
    const [requeuedMs, takenOnMs] = [since(row?.requeuedAt), since(row?.takenOnAt)];
    const finals = await eventsOf(callId, 'segment.final');
    for (const { data } of finals) {
      expect(data.startMs < requeuedMs || data.startMs >= takenOnMs).toBe(true);
    }
    expect(new Set(finals.map(({ data }) => data.startMs < requeuedMs))).toEqual(
      new Set([true, false]),
    );
    const missing = [
      ...(await eventsOf(callId, 'recording.lost')),
      ...(await eventsOf(callId, 'transcript.gap')),
    ];
    for (const { data } of missing) {
      expect(data.endMs <= requeuedMs + 100 || data.startMs >= takenOnMs - 100).toBe(true);
    }
    const [ready] = await eventsOf(callId, 'recording.ready');
    expect(Math.abs((ready?.data.durationMs ?? 0) - since(row?.talkEndedAt))).toBeLessThan(1_500);
    const sound = await calls.listenTo(callId);
    for (const side of ['customer', 'agent'] as const) {
      expect(loudest(sound[side], requeuedMs + 100, takenOnMs - 100)).toBeLessThan(300);
    }
    for (const { data } of finals.slice(1)) {
      if (data.speaker === 'supervisor') continue;
      expect(loudest(sound[data.speaker], data.startMs, data.endMs)).toBeGreaterThan(1_500);
    }
  }
});
