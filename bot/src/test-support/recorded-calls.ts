import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallEvent, CallEventType, CallId } from '@agent/protocol';
import { bytesOf, createFolderStore, openSealedObject, unwrapDataKey } from '@agent/recordings';
import { decodeWebm } from '@agent/recordings/test-support/decode-webm';
import * as store from '@agent/store';
import { startTestServer } from '@agent/testing/database';
import { serveAnswer } from '../transcribe/test-support/http-transcriber.ts';
import { type MediaServer, type Side, startBot, startMediaServer, stop } from './live-call.ts';

const master = Buffer.alloc(32, 9);

/** What bots record calls with, and what came of it. */
export interface RecordedCalls {
  db: store.Database;
  media: MediaServer;
  /** Sides that leave when all of it is closed. */
  sides: Side[];
  startOneMoreBot(): Promise<ChildProcess>;
  /** The events of a type, oldest first. */
  eventsOf<T extends CallEventType>(callId: CallId, type: T): Promise<CallEvent<T>[]>;
  /** What somebody who may listen hears: a lane for each side. */
  listenTo(callId: CallId): ReturnType<typeof decodeWebm>;
  /** Whether parts of the call lie on the disk of the bots. */
  hasParts(callId: CallId): boolean;
  close(): Promise<void>;
}

/** Starts a media server of this path, Postgres and a server for speech that always hears the same. */
export async function openRecordedCalls(livekitBinary: string): Promise<RecordedCalls> {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-call-'));
  const media = await startMediaServer(livekitBinary);
  const postgres = await startTestServer();
  const databaseUrl = await postgres.createDatabase();
  await store.migrate(databaseUrl);
  const db = store.openDatabase(databaseUrl);
  const transcriber = await serveAnswer({ status: 200, fixture: 'verbose-json.json' });
  const bots: ChildProcess[] = [];
  const sides: Side[] = [];
  return {
    ...{ db, media, sides },
    async startOneMoreBot() {
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
    },
    async eventsOf<T extends CallEventType>(callId: CallId, type: T) {
      const options = { audience: 'staff', afterSeq: 0, limit: 500 } as const;
      const { envelopes } = await store.readCallEvents(db, callId, options);
      return envelopes.flatMap(({ event }) =>
        event.type === type ? [event as unknown as CallEvent<T>] : [],
      );
    },
    async listenTo(callId) {
      const row = await store.findRecording(db, callId);
      const key = unwrapDataKey(row?.wrappedKey ?? new Uint8Array(), callId, [master]);
      const opened = await openSealedObject(
        createFolderStore(join(folder, 'store')),
        row?.soundName ?? '',
        key,
      );
      return decodeWebm(await bytesOf((await opened?.read()) ?? new ReadableStream()));
    },
    hasParts: (callId) => existsSync(join(folder, 'spool', callId)),
    async close() {
      await Promise.all(sides.map((side) => side.leave()));
      await Promise.all(bots.map((bot) => stop(bot, 'SIGKILL')));
      await store.closeDatabase(db);
      await Promise.all([media.close(), postgres.close(), transcriber.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The loudest sample of a lane between two moments of its call. */
export function loudest(lane: Int16Array, fromMs: number, toMs: number): number {
  const stretch = lane.subarray(Math.max(0, fromMs) * 16, Math.max(0, toMs) * 16);
  return stretch.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}
