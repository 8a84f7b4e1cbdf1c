import { randomUUID } from 'node:crypto';
import { closeDatabase, createCall, type Database, migrate, openDatabase } from '@agent/store';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { aCallId, aQueueId } from '@agent/testing/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuildFigures } from './rebuild-figures.ts';

let server: TestServer;
let db: Database;
beforeAll(async () => {
  server = await startTestServer();
  const url = await server.createDatabase();
  await migrate(url);
  db = openDatabase(url);
});
afterAll(async () => {
  await closeDatabase(db);
  await server.close();
});

async function queue(): Promise<void> {
  await createCall(db, {
    ...{ id: aCallId(), queueId: aQueueId(), customerName: 'Ann', contactKind: 'email' },
    ...{ contact: 'ann@example.org', transcribed: false, recorded: false, noticeVersion: '1' },
    customerIdentity: randomUUID(),
  });
}

test('everything is made anew, and what differed is named', async () => {
  for (let n = 0; n < 3; n++) await queue();
  await db`update calls set queued_at = now() - interval '3 days'`;
  await db`delete from call_facts`;
  const lines: string[] = [];
  const options = { onStep: (line: string) => lines.push(line) };
  await rebuildFigures(db, { ...options, signal: new AbortController().signal });
  expect(lines[0]).toBe('… 3 of 3 calls');
  expect(lines.at(-1)).toMatch(/^The figures of 3 calls and \d days are made anew\.$/);
  expect(await db`select sum(offered)::int as offered from metric_days`).toEqual([{ offered: 3 }]);
  await db`update metric_days set offered = 9`;
  lines.length = 0;
  await rebuildFigures(db, { ...options, signal: new AbortController().signal });
  expect(lines.join('\n')).toMatch(/Days that differed .+: \d{4}-\d\d-\d\d\./);
  expect(await db`select sum(offered)::int as offered from metric_days`).toEqual([{ offered: 3 }]);
});

test('it ends early when it is told to, and says so', async () => {
  const lines: string[] = [];
  await rebuildFigures(db, { onStep: (line) => lines.push(line), signal: AbortSignal.abort() });
  expect(lines).toEqual(['Broken off after 0 calls and 0 days; the same again begins anew.']);
});
