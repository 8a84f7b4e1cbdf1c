import type { ChildProcess } from 'node:child_process';
import type { CallEvent, CallId, DataMessage } from '@agent/protocol';
import * as store from '@agent/store';
import { concatAudio, silence } from '@agent/testing/audio';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { aQueueId } from '@agent/testing/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerCall,
  joinCall,
  type MediaServer,
  startBot,
  startMediaServer,
  stop,
  until,
} from './test-support/live-call.ts';
import { loadSpokenTerms } from './test-support/spoken-terms/spoken-sentences.ts';
import { type RunningWhisper, startWhisper } from './test-support/start-whisper.ts';

const livekitBinary = process.env.LIVEKIT_SERVER_BIN;

/** `npm test` always names the server; alone these tests need `LIVEKIT_SERVER_BIN`. */
describe.skipIf(!livekitBinary)('the terms of a queue in a real call', () => {
  let media: MediaServer;
  let postgres: TestServer;
  let db: store.Database;
  let whisper: RunningWhisper;
  let bot: ChildProcess | undefined;

  beforeAll(async () => {
    media = await startMediaServer(livekitBinary ?? '');
    postgres = await startTestServer();
    const databaseUrl = await postgres.createDatabase();
    await store.migrate(databaseUrl);
    db = store.openDatabase(databaseUrl);
    whisper = await startWhisper();
    bot = await startBot({
      ...{ databaseUrl, livekitUrl: media.url, transcriberUrl: whisper.baseUrl },
    });
  }, 240_000);

  afterAll(async () => {
    if (bot) await stop(bot, 'SIGKILL');
    await store.closeDatabase(db);
    await Promise.all([media.close(), postgres.close(), whisper.close()]);
  }, 60_000);

  async function finalsOf(callId: CallId): Promise<CallEvent<'segment.final'>['data'][]> {
    const page = { audience: 'staff', afterSeq: 0, limit: 500 } as const;
    const { envelopes } = await store.readCallEvents(db, callId, page);
    return envelopes.flatMap(({ event }) => (event.type === 'segment.final' ? [event.data] : []));
  }

  it('are restored from the moment an admin adds them, and only staff is told what was heard', async () => {
    const { sentences } = await loadSpokenTerms();
    const said = sentences.find(({ terms }) => terms.includes('Hexaluma'));
    if (!said) throw new Error('There is no such sentence.');
    const spoken = concatAudio(said.samples, silence(1_500));
    const call = await answerCall(db, media.rooms);
    const customer = await joinCall(media.url, call.callId, call.customerIdentity);
    const agent = await joinCall(media.url, call.callId, call.agentIdentity);
    await until(() => customer.messages.length > 0);

    await customer.play(spoken);
    await until(async () => (await finalsOf(call.callId)).length > 0, 60_000);
    const [before] = await finalsOf(call.callId);
    expect(before?.text).not.toContain('Hexaluma');
    expect(before).not.toHaveProperty('corrections');

    const queue = await store.readAdminQueue(db, aQueueId());
    const version = queue?.version ?? 0;
    const changed = await store.changeQueue(db, aQueueId(), { version, terms: ['Hexaluma'] });
    expect(changed.outcome).toBe('changed');
    // The bot is told of it while it is said; and a machine that has too much to do hears nothing at times.
    const restored = async () =>
      (await finalsOf(call.callId)).find(({ corrections }) => corrections !== undefined);
    await until(async () => {
      await customer.play(spoken);
      await until(async () => (await restored()) !== undefined, 8_000).catch(() => undefined);
      return (await restored()) !== undefined;
    }, 180_000);
    const after = await restored();
    expect(after?.text).toContain('Hexaluma');
    expect(after?.corrections).toMatchObject([{ to: 'Hexaluma' }]);

    const correctionsTold = (messages: readonly DataMessage[]) =>
      JSON.stringify(messages).includes('"corrections"');
    await until(() => correctionsTold(agent.messages));
    await until(() => JSON.stringify(customer.messages).includes('Hexaluma'));
    expect(correctionsTold(customer.messages)).toBe(false);
    await Promise.all([customer.leave(), agent.leave()]);
  }, 240_000);
});
