import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CallId, supervisorIdentity } from '@agent/protocol';
import * as store from '@agent/store';
import { concatAudio, silence } from '@agent/testing/audio';
import { aUserId } from '@agent/testing/ids';
import { loadSpeech } from '@agent/testing/speech';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCall, joinCall, listenToCall, until } from './test-support/live-call.ts';
import { loudest, openRecordedCalls, type RecordedCalls } from './test-support/recorded-calls.ts';

const livekitBinary = process.env.LIVEKIT_SERVER_BIN;

/** `npm test` always names the server; alone these tests need `LIVEKIT_SERVER_BIN`. */
describe.skipIf(!livekitBinary)('a call that a supervisor follows, in a real room', () => {
  let calls: RecordedCalls;
  beforeAll(async () => {
    calls = await openRecordedCalls(livekitBinary ?? '');
    await calls.startOneMoreBot();
  }, 120_000);
  afterAll(() => calls.close(), 60_000);

  /** Makes a row of a supervisor, as the web app does before it gives a token. */
  async function newMonitor(callId: CallId, mode: 'listen' | 'join') {
    const id = aUserId();
    const person = { id, username: id, displayName: 'Maria', passwordHash: 'x' };
    await store.upsertUser(calls.db, { ...person, role: 'supervisor' });
    const monitorId = randomUUID();
    await calls.db.begin(async (tx) => {
      await tx`
        insert into call_monitors (id, call_id, supervisor_id, supervisor_name, mode, agent_told)
        values (${monitorId}, ${callId}, ${id}, 'Maria', ${mode}, false)`;
      await tx`select pg_notify('monitor', ${callId})`;
    });
    return {
      identity: supervisorIdentity(monitorId),
      async end() {
        await calls.db`
          with ended as (update call_monitors set ended_at = clock_timestamp(), ended_by = 'left'
            where id = ${monitorId} returning call_id)
          select pg_notify('monitor', call_id::text) from ended`;
      },
    };
  }

  /** An answered call with both sides in its room, and words of each. */
  async function startCall(fields: Partial<store.NewCall> = {}) {
    const { db, media, sides, eventsOf } = calls;
    const { recordings, script } = await loadSpeech('password-reset');
    const firstWords = script.turns[0]?.endMs ?? 0;
    const call = await answerCall(db, media.rooms, fields);
    const { callId } = call;
    const customer = await joinCall(media.url, callId, call.customerIdentity);
    const agent = await joinCall(media.url, callId, call.agentIdentity);
    sides.push(customer, agent);
    await until(async () => (await eventsOf(callId, 'participant.joined')).length === 2);
    return {
      ...{ callId, customer, agent },
      words: concatAudio(recordings.agent.slice(1_400 * 16, firstWords * 16), silence(1_500)),
      finals: () => eventsOf(callId, 'segment.final'),
    };
  }

  it('tells who listens what is being said, and the sides nothing of it', async () => {
    const { media } = calls;
    const { callId, customer, agent, words, finals } = await startCall();
    const { identity, end } = await newMonitor(callId, 'listen');
    const listener = await listenToCall(media.url, callId, identity);
    const other = await newMonitor(callId, 'listen');
    const second = await listenToCall(media.url, callId, other.identity);
    await agent.play(words);
    await until(async () => (await finals()).length === 1);
    for (const { messages } of [listener, second]) {
      await until(() => isTold(messages));
      const interims = messages.flatMap((one) => (one.kind === 'interim' ? [one.segment] : []));
      expect(interims.length).toBeGreaterThan(1);
      expect(new Set(interims.map(({ speaker }) => speaker))).toEqual(new Set(['agent']));
    }
    for (const side of [customer, agent]) {
      expect(side.room.remoteParticipants.size).toBe(1);
      const told = JSON.stringify(side.messages);
      for (const secret of [identity, other.identity]) expect(told).not.toContain(secret.slice(4));
    }

    await end();
    await until(async () => (await store.readCallListeners(calls.db, [callId])).length === 1);
    await sleep(300);
    const toldBefore = listener.messages.length;
    await agent.play(words);
    await until(async () => (await finals()).length === 2);
    await until(() => second.messages.filter(isFinal).length === 2);
    expect(listener.messages).toHaveLength(toldBefore);
    await Promise.all([listener.leave(), second.leave()]);
  }, 120_000);

  it('writes down a supervisor who has joined, keeps the voice in the lane of the agent, and hears none on hold', async () => {
    const { db, media, eventsOf } = calls;
    const { callId, customer, agent, words, finals } = await startCall({ recorded: true });
    await until(async () => (await eventsOf(callId, 'recording.started')).length === 1);
    const { identity, end } = await newMonitor(callId, 'join');
    const supervisor = await joinCall(media.url, callId, identity);
    await supervisor.play(words);
    await until(async () => (await finals()).length === 1);
    const [final] = await finals();
    expect(final?.data.speaker).toBe('supervisor');
    for (const { messages } of [customer, agent, supervisor]) {
      await until(() => messages.some(isFinal));
    }

    await store.holdCall(db, callId);
    await sleep(1_000);
    await supervisor.play(words);
    await store.resumeCall(db, callId);
    await sleep(1_000);
    await end();
    await supervisor.leave();
    await agent.play(words);
    await until(async () => (await finals()).length > 1);
    expect((await finals()).map(({ data }) => data.speaker)).toEqual(['supervisor', 'agent']);
    expect(await eventsOf(callId, 'participant.joined')).toHaveLength(2);
    expect(await eventsOf(callId, 'participant.left')).toEqual([]);
    expect(await eventsOf(callId, 'transcript.gap')).toEqual([]);

    await store.endCall(db, callId, 'agent-hung-up');
    await until(async () => (await store.findRecording(db, callId))?.status === 'ready');
    const sound = await calls.listenTo(callId);
    for (const { data } of await finals()) {
      expect(loudest(sound.agent, data.startMs, data.endMs)).toBeGreaterThan(1_500);
      expect(loudest(sound.customer, data.startMs, data.endMs)).toBeLessThan(300);
    }
  }, 120_000);

  it('does not hear who has no row, be it somebody who once had one', async () => {
    const { media, eventsOf } = calls;
    const { callId, agent, words, finals } = await startCall();
    const { identity, end } = await newMonitor(callId, 'join');
    await end();
    await sleep(300);
    const intruder = await joinCall(media.url, callId, identity);
    await intruder.play(words);
    await agent.play(words);
    await until(async () => (await finals()).length > 0);
    expect((await finals()).map(({ data }) => data.speaker)).toEqual(['agent']);
    expect(intruder.messages).toEqual([]);
    expect(await eventsOf(callId, 'participant.joined')).toHaveLength(2);
    await intruder.leave();
  }, 120_000);
});

type Told = Awaited<ReturnType<typeof listenToCall>>['messages'];

function isFinal(message: Told[number]): boolean {
  return message.kind === 'event' && message.envelope.event.type === 'segment.final';
}

function isTold(messages: Told): boolean {
  return messages.some(isFinal) && messages.some(({ kind }) => kind === 'interim');
}
