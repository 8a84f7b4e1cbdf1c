import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { CallEvent, CallId } from '@agent/protocol';
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

/** `npm test` always names the server; alone these tests need `LIVEKIT_SERVER_BIN`. */
describe.skipIf(!livekitBinary)('bots, a media server and Postgres', () => {
  let media: MediaServer;
  let postgres: TestServer;
  let db: store.Database;
  let transcriber: HttpTranscriber;
  let databaseUrl = '';
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
  }, 60_000);

  async function startOneMoreBot(): Promise<ChildProcess> {
    const livekitUrl = media.url;
    const bot = await startBot({ databaseUrl, livekitUrl, transcriberUrl: transcriber.baseUrl });
    bots.push(bot);
    return bot;
  }

  async function eventsOf(callId: CallId): Promise<CallEvent[]> {
    const page = await store.readCallEvents(db, callId, {
      audience: 'staff',
      afterSeq: 0,
      limit: 500,
    });
    return page.envelopes.map(({ event }) => event);
  }

  const finalsOf = async (callId: CallId) =>
    (await eventsOf(callId)).filter(({ type }) => type === 'segment.final');

  it('hear a call unseen, tell both sides, and survive the death of one of them', async () => {
    const { recordings, script } = await loadSpeech('password-reset');
    const firstWords = script.turns[0]?.endMs ?? 0;
    const hello = concatAudio(recordings.agent.slice(1_400 * 16, firstWords * 16), silence(1_500));
    const first = await startOneMoreBot();
    const call = await answerCall(db, media.rooms);
    const customer = await joinCall(media.url, call.callId, call.customerIdentity);
    const agent = await joinCall(media.url, call.callId, call.agentIdentity);
    sides.push(customer, agent);
    await until(async () => (await eventsOf(call.callId)).some(({ actor }) => actor === 'bot'));

    await agent.play(hello);
    await until(async () => (await finalsOf(call.callId)).length > 0);
    const [final] = await finalsOf(call.callId);
    expect(final).toMatchObject({ actor: 'bot', data: { speaker: 'agent' } });
    for (const side of [customer, agent]) {
      await until(() => side.messages.some((message) => message.kind === 'event'));
      expect(side.messages.some(({ kind }) => kind === 'interim')).toBe(true);
    }
    expect(customer.room.remoteParticipants.size).toBe(1);
    // The server counts every few seconds.
    const counted = async () =>
      (await media.rooms.listRooms([call.callId]))[0]?.numParticipants ?? 0;
    await until(async () => (await counted()) > 0);
    expect(await counted()).toBe(2);

    await startOneMoreBot();
    const killedAtMs = performance.now();
    await stop(first, 'SIGKILL');
    const gaps = async () =>
      (await eventsOf(call.callId)).filter(({ type }) => type === 'transcript.gap');
    await until(async () => (await gaps()).length === 2);
    printMs('Another bot had marked the gaps', killedAtMs);
    const heardBefore = (await finalsOf(call.callId)).length;
    await agent.play(hello);
    await until(async () => (await finalsOf(call.callId)).length > heardBefore);
    const joins = (await eventsOf(call.callId)).filter(({ type }) => type === 'participant.joined');
    expect(joins).toHaveLength(2);
  }, 120_000);

  it('hear an agent who had to sign in again, and tell nothing more to who it was before', async () => {
    const { recordings, script } = await loadSpeech('password-reset');
    const firstWords = script.turns[0]?.endMs ?? 0;
    const hello = concatAudio(recordings.agent.slice(1_400 * 16, firstWords * 16), silence(1_500));
    const call = await answerCall(db, media.rooms);
    const customer = await joinCall(media.url, call.callId, call.customerIdentity);
    const before = await joinCall(media.url, call.callId, call.agentIdentity);
    sides.push(customer, before);
    const ofAgent = async (type: CallEvent['type']) =>
      (await eventsOf(call.callId)).filter(
        (event) => event.type === type && 'speaker' in event.data && event.data.speaker === 'agent',
      );
    await until(async () => (await ofAgent('participant.joined')).length === 1);

    await before.leave();
    const newIdentity = randomUUID();
    // In the room before the bot learns who this is.
    const agent = await joinCall(media.url, call.callId, newIdentity);
    sides.push(agent);
    await db`update calls set agent_identity = ${newIdentity} where id = ${call.callId}`;
    await until(async () => (await ofAgent('participant.joined')).length === 2);
    await agent.play(hello);
    await until(async () => (await ofAgent('segment.final')).length > 0);
    await until(() => agent.messages.some((message) => message.kind === 'event'));
    expect(before.messages.filter(({ kind }) => kind === 'interim')).toEqual([]);
  }, 120_000);

  it('hear one microphone of a side: the newest, and after a reconnect the one published then', async () => {
    const { recordings } = await loadSpeech('password-reset');
    const words = concatAudio(recordings.customer.slice(5_900 * 16, 9_000 * 16), silence(1_500));
    await startOneMoreBot();
    const call = await answerCall(db, media.rooms);
    const customer = await joinCall(media.url, call.callId, call.customerIdentity);
    sides.push(customer);
    await until(async () => (await eventsOf(call.callId)).some(({ actor }) => actor === 'bot'));
    const others = [];
    for (let more = 0; more < 5; more += 1) others.push(await customer.publish());
    const newest = others.at(-1);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await Promise.all([customer, ...others].map(({ play }) => play(words)));
    await until(async () => (await finalsOf(call.callId)).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const saidOnce = (await finalsOf(call.callId)).length;
    expect(saidOnce).toBeLessThanOrEqual(2);

    await newest?.unpublish();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await Promise.all([customer, ...others.slice(0, -1)].map(({ play }) => play(words)));
    await until(async () => (await finalsOf(call.callId)).length > saidOnce);

    const heardBefore = (await finalsOf(call.callId)).length;
    await customer.leave();
    const again = await joinCall(media.url, call.callId, call.customerIdentity);
    sides.push(again);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await again.play(words);
    await until(async () => (await finalsOf(call.callId)).length > heardBefore);
  }, 120_000);

  it('stop on SIGTERM in mid-call and store what was being said', async () => {
    const { recordings } = await loadSpeech('password-reset');
    for (const bot of bots) await stop(bot, 'SIGTERM');
    const bot = await startOneMoreBot();
    const call = await answerCall(db, media.rooms);
    const customer = await joinCall(media.url, call.callId, call.customerIdentity);
    sides.push(customer);
    await until(async () => (await eventsOf(call.callId)).some(({ actor }) => actor === 'bot'));
    const speaking = customer.play(recordings.customer.slice(5_900 * 16, 9_000 * 16));
    await until(() => customer.messages.some(({ kind }) => kind === 'interim'));
    const askedAtMs = performance.now();
    expect(await stop(bot, 'SIGTERM')).toBe(0);
    printMs('The bot had stopped', askedAtMs);
    expect(await finalsOf(call.callId)).toHaveLength(1);
    await speaking;
  }, 60_000);

  it('hear a call though the media server stood still when its bot came into its first room', async () => {
    const { recordings } = await loadSpeech('password-reset');
    for (const bot of bots) await stop(bot, 'SIGTERM');
    await startOneMoreBot();
    const call = await answerCall(db, media.rooms);
    media.signal('SIGSTOP');
    // Longer than the SDK waits for an answer.
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    media.signal('SIGCONT');
    const customer = await joinCall(media.url, call.callId, call.customerIdentity);
    sides.push(customer);
    await until(async () => (await eventsOf(call.callId)).some(({ actor }) => actor === 'bot'));
    await customer.play(
      concatAudio(recordings.customer.slice(5_900 * 16, 9_000 * 16), silence(1_500)),
    );
    await until(async () => (await finalsOf(call.callId)).length > 0);
  }, 60_000);
});

function printMs(what: string, sinceMs: number): void {
  process.stdout.write(`${what} after ${Math.round(performance.now() - sinceMs)} ms.\n`);
}
