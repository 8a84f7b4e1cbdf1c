import type { NewCallEvent } from '@agent/protocol';
import * as store from '@agent/store';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { anEventId, aSegmentId } from '@agent/testing/ids';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createCallStore } from '../calls/call-store.ts';
import { queuedCall } from '../test-support/stored-call.ts';
import { createCallPublisher } from './call-publisher.ts';

let server: TestServer;
let db: store.Database;
let url = '';

beforeAll(async () => {
  server = await startTestServer();
  url = await server.createDatabase();
  await store.migrate(url);
  db = store.openDatabase(url);
});

afterAll(async () => {
  await store.closeDatabase(db);
  await server.close();
});

/** A queued call, its publisher on the real log, and something said. */
async function setUp() {
  const { id: callId } = await queuedCall(db);
  const lost: NewCallEvent[] = [];
  const publisher = createCallPublisher({
    callId,
    readers: () => [],
    log: createCallStore(db, 'a-bot', { onUnreadable: () => undefined }),
    send: async () => undefined,
    sendToStaff: async () => undefined,
    tellSupervisors: () => undefined,
    onAppended: () => undefined,
    onLost: (event) => lost.push(event),
  });
  const segmentId = aSegmentId();
  const speech = { speaker: 'customer', startMs: 10, endMs: 900 } as const;
  const words = { text: 'Yes.', language: 'en', meanLogProbability: null };
  const data = { segmentId, ...speech, ...words };
  const said: NewCallEvent = {
    eventId: anEventId(segmentId),
    actor: 'bot',
    type: 'segment.final',
    data,
  };
  const stored = async () => {
    const page = { audience: 'staff', afterSeq: 0, limit: 100 } as const;
    const { envelopes } = await store.readCallEvents(db, callId, page);
    return envelopes.filter(({ event }) => event.actor === 'bot').map(({ event }) => event.type);
  };
  return { callId, publisher, said, lost, stored };
}

test('what is said while Postgres is read-only is stored when it no longer is', async () => {
  const { publisher, said, lost, stored } = await setUp();
  const readOnly = await readOnlySwitch();
  await readOnly(true);
  const appended = publisher.append(said);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await stored()).toEqual([]);
  expect(publisher.depth).toBe(1);
  await readOnly(false);
  await appended;
  expect(lost).toEqual([]);
  expect(await stored()).toEqual(['segment.final']);
}, 60_000);

/** Makes the database read-only, and writable again, for all connections but its own. */
async function readOnlySwitch() {
  const operator = store.openDatabase(url, { max: 1 });
  onTestFinished(() => store.closeDatabase(operator));
  const name = new URL(url).pathname.slice(1);
  return async (is: boolean) => {
    await operator.raw(`alter database "${name}" set default_transaction_read_only = ${is}`);
    await operator`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await vi.waitFor(
      async () => {
        const failure = await db`update calls set notes = notes`.then(
          () => undefined,
          (error: unknown) => error,
        );
        if (is) expect(failure).toMatchObject({ code: '25006' });
        else expect(failure).toBeUndefined();
      },
      { timeout: 20_000 },
    );
  };
}

test('what is said is stored after its statement was ended while it waited for a lock', async () => {
  const { callId, publisher, said, lost, stored } = await setUp();
  const locked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = db.begin(async (tx) => {
    await tx`select 1 from calls where id = ${callId} for update`;
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const appended = publisher.append(said);
  await vi.waitFor(
    async () => {
      const ended = await db`select pg_cancel_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      expect(ended).toHaveLength(1);
    },
    { timeout: 20_000 },
  );
  release.resolve();
  await holding;
  await appended;
  expect(lost).toEqual([]);
  expect(await stored()).toEqual(['segment.final']);
}, 60_000);
