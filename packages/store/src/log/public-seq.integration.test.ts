import { randomUUID } from 'node:crypto';
import type { CallId } from '@agent/protocol';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { aCallId, anEventId, aQueueId } from '@agent/testing/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCall } from '../calls/calls.ts';
import { closeDatabase, type Database, openDatabase } from '../database/connect.ts';
import { migrate, rollback } from '../database/migrate.ts';
import { chat } from '../test-support/store.ts';
import { appendCallEvent } from './call-events.ts';
import { readCallEvents } from './read-call-events.ts';

let server: TestServer;
let url: string;
let db: Database;
beforeAll(async () => {
  server = await startTestServer();
  url = await server.createDatabase();
  await migrate(url);
  db = openDatabase(url);
});
afterAll(async () => {
  await closeDatabase(db);
  await server.close();
});

test('logs from before public numbers were stored get them, and stay append-only', async () => {
  const callId = aCallId();
  const contact = { contactKind: 'email', contact: 'ann@example.org' } as const;
  const about = {
    queueId: aQueueId(),
    customerName: 'Ann',
    transcribed: true,
    recorded: true,
    noticeVersion: '1',
  };
  await createCall(db, { id: callId, ...about, ...contact, customerIdentity: randomUUID() });
  for (const text of ['one', 'two']) {
    await appendCallEvent(db, callId, {
      eventId: anEventId(),
      actor: 'customer',
      type: 'call.rated',
      data: { score: 3, comment: '' },
    });
    await appendCallEvent(db, callId, chat(text));
  }
  const before = await pages(callId);
  while (await hasColumn('public_seq')) await rollback(url);
  expect(await previousAsItWas(callId)).toEqual([0, 1, 1, 3, 3]);
  const [head] = await db`select last_public_seq from calls where id = ${callId}`;
  expect(head).toEqual({ lastPublicSeq: 5 });
  await migrate(url);
  expect(await pages(callId)).toEqual(before);
  expect(before[0]).toMatchObject({ lastSeq: 3, throughSeq: 3 });
  await expect(db`update call_events set public_seq = 9`).rejects.toMatchObject({ code: '23001' });
});

async function pages(callId: CallId) {
  const options = { afterSeq: 0, limit: 10 };
  return [
    await readCallEvents(db, callId, { ...options, audience: 'public' }),
    await readCallEvents(db, callId, { ...options, audience: 'staff' }),
  ];
}

async function hasColumn(name: string): Promise<boolean> {
  const rows = await db`
    select 1 from information_schema.columns
    where table_name = 'call_events' and column_name = ${name}`;
  return rows.length > 0;
}

async function previousAsItWas(callId: CallId): Promise<unknown[]> {
  const rows = await db`
    select prev_public_seq from call_events where call_id = ${callId} order by seq`;
  return rows.map(({ prevPublicSeq }) => prevPublicSeq);
}
