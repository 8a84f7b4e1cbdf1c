import { startTestServer, type TestServer } from '@agent/testing/database';
import { type ForgetfulRelay, startForgetfulRelay } from '@agent/testing/forgetful-relay';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { endCall } from '../calls/call-endings.ts';
import { findCall } from '../calls/calls.ts';
import { offerNextCalls, withDispatcherLock } from '../calls/dispatch.ts';
import { acceptOffer } from '../calls/offers.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { readCallEvents } from '../log/read-call-events.ts';
import { chat, newActiveCall, newAgent, newCall, offerOptions } from '../test-support/store.ts';
import { closeDatabase, type Database, isDatabaseReachable, openDatabase } from './connect.ts';
import { createListener } from './listener.ts';
import { migrate } from './migrate.ts';
import { isUnavailable } from './unavailable.ts';

let server: TestServer;
let url: string;
let db: Database;
let relay: ForgetfulRelay;

beforeAll(async () => {
  server = await startTestServer();
  url = await server.createDatabase();
  await migrate(url);
  db = openDatabase(url);
  relay = await startForgetfulRelay(Number(new URL(url).port));
});
// A customer who waits no more is offered to nobody.
afterEach(async () => {
  await db`delete from agent_states`;
  await db`update calls set status = 'abandoned', ended_at = now() where status = 'queued'`;
});
afterAll(async () => {
  await closeDatabase(db);
  await relay.close();
  await server.close();
});

const errorOf = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => undefined,
    (error: unknown) => error,
  );

function throughRelay(): string {
  const relayed = new URL(url);
  relayed.port = String(relay.port);
  return relayed.href;
}

test('a Postgres that stands still leaves nobody waiting, and all goes on when it goes on', async () => {
  const { id } = await newCall(db);
  await Promise.all([1, 2, 3].map(() => db`select pg_sleep(0.05)`));
  await server.freeze();
  const event = chat();
  const frozenAtMs = performance.now();
  const many = Array.from({ length: 12 }, () => db`select 1`);
  const lockedRound = withDispatcherLock(db, async () => undefined);
  const errors = await Promise.all(
    [...many, lockedRound, appendCallEvent(db, id, event)].map(errorOf),
  );
  const waitedMs = Math.round(performance.now() - frozenAtMs);
  process.stdout.write(`With Postgres standing still, all had failed after ${waitedMs} ms.\n`);
  expect(errors.map(isUnavailable)).toEqual(errors.map(() => true));
  expect(await isDatabaseReachable(db)).toBe(false);
  await server.thaw();
  await vi.waitFor(async () => expect(await isDatabaseReachable(db)).toBe(true), 10_000);
  await appendCallEvent(db, id, event);
  const { envelopes } = await readCallEvents(db, id, {
    audience: 'staff',
    afterSeq: 0,
    limit: 10,
  });
  expect(envelopes.map((one) => one.event.eventId).filter((one) => one === event.eventId)).toEqual([
    event.eventId,
  ]);
}, 60_000);

test('what was carried out although its answer was lost is not done twice', async () => {
  const forgetful = openDatabase(throughRelay(), { max: 3 });
  const agentId = await newAgent(db);
  const { id } = await newCall(db);
  await offerNextCalls(db, offerOptions);
  const event = chat();

  relay.loseAnswersTo('commit');
  const [accepted, appended] = await Promise.all([
    errorOf(acceptOffer(forgetful, id, agentId)),
    errorOf(appendCallEvent(forgetful, id, event)),
  ]);
  expect([accepted, appended].map(isUnavailable)).toEqual([true, true]);
  const ended = await errorOf(endCall(forgetful, id, 'agent-hung-up'));
  expect(isUnavailable(ended)).toBe(true);
  relay.recover();

  expect(await acceptOffer(forgetful, id, agentId)).toBeUndefined();
  expect(await endCall(forgetful, id, 'agent-hung-up')).toBeUndefined();
  await appendCallEvent(forgetful, id, event);
  expect(await findCall(db, id)).toMatchObject({ agentId, status: 'wrap-up' });
  const page = await readCallEvents(db, id, { audience: 'staff', afterSeq: 0, limit: 20 });
  const types = page.envelopes.map((one) => one.event.type);
  for (const type of ['call.accepted', 'chat.message', 'call.ended'] as const) {
    expect(types.filter((one) => one === type)).toEqual([type]);
  }
  await closeDatabase(forgetful);
}, 60_000);

test('a listener that has been cut off without a word notices and listens over another connection', async () => {
  const newClient = () => new Client({ connectionString: throughRelay(), query_timeout: 200 });
  const listener = createListener(newClient, { signOfLifeEveryMs: 50 });
  const onListening = vi.fn();
  const onNotify = vi.fn();
  await listener.add({ channel: 'call', onNotify, onListening });
  relay.loseAnswersTo('select 1');
  await vi.waitFor(() => expect(onListening.mock.calls.length).toBeGreaterThan(1), 10_000);
  relay.recover();
  const { call } = await newActiveCall(db);
  await vi.waitFor(async () => {
    await appendCallEvent(db, call.id, chat());
    expect(onNotify).toHaveBeenCalledWith(call.id);
  }, 10_000);
  await listener.close();
});

test('closing does not wait for a Postgres that stands still', async () => {
  const other = openDatabase(url);
  await other.listener.add({ channel: 'call', onNotify: vi.fn(), onListening: vi.fn() });
  await server.freeze();
  try {
    await closeDatabase(other);
  } finally {
    await server.thaw();
  }
});
