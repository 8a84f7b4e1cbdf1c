import { randomUUID } from 'node:crypto';
import { createLog } from '@agent/process/log';
import type { Role } from '@agent/protocol';
import {
  closeDatabase,
  createCustomerDirectory,
  migrate,
  openDatabase,
  readLines,
  type User,
  upsertUser,
} from '@agent/store';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { FakeRooms } from '@agent/testing/fake-rooms';
import { aUserId } from '@agent/testing/ids';
import { createChangeFeed } from '../change-feed.ts';
import { createLinesView } from '../desk/lines-view.ts';
import { webEnvSchema } from '../env-schema.ts';
import { createStreamPlaces } from '../http/stream-places.ts';
import { meters } from '../meters.ts';
import { openSettings } from '../open-settings.ts';
import { createStateGates, provideServices, type Services } from '../services.ts';
import { createWallView } from '../supervision/wall/wall-view.ts';

/** Settings of a server under test. */
export const testEnv = webEnvSchema.parse({
  DATABASE_URL: 'postgres://127.0.0.1/not-used',
  LIVEKIT_URL: 'ws://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 's'.repeat(32),
  NEXTAUTH_SECRET: 'n'.repeat(32),
  NEXTAUTH_URL: 'http://localhost:3000',
  CALL_COOKIE_SECRET: 'c'.repeat(32),
  DEMO_CALLER_URL: 'http://127.0.0.1:8092',
  CALL_STARTS_PER_MINUTE: '1000',
  NODE_ENV: 'test',
});

/** The people of every test: two agents and one each of the other roles, and one who may not in. */
export interface People {
  owner: User;
  otherAgent: User;
  supervisor: User;
  admin: User;
  disabled: User;
}

/** A server on a real Postgres, with rooms in memory and a clock that tests set. */
export interface Harness {
  services: Services;
  rooms: FakeRooms;
  /** Of the database, as its owner. */
  url: string;
  people: People;
  /** Lines written to the log. */
  logLines: string[];
  clock: { now: Date };
  postgres: Pick<TestServer, 'stop' | 'start' | 'freeze' | 'thaw'>;
  /** Forgets all calls and agents' states. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Starts everything and puts it in the place of the process's services. */
export async function startHarness(): Promise<Harness> {
  const postgres = await startTestServer();
  const url = await postgres.createDatabase();
  await migrate(url);
  const db = openDatabase(url);
  const exportDb = openDatabase(url, { max: 3, applicationName: 'agent-exports' });
  const rooms = new FakeRooms();
  const clock = { now: new Date() };
  const logLines: string[] = [];
  const log = createLog({
    part: 'web',
    level: 'debug',
    destination: { write: (line: string) => void logLines.push(line) },
  });
  const changeFeed = createChangeFeed(db, log);
  const stopping = new AbortController();
  const now = () => clock.now;
  const services: Services = {
    env: { ...testEnv, DATABASE_URL: url },
    db,
    exportDb,
    settings: openSettings(testEnv, db, log),
    directory: createCustomerDirectory(db),
    rooms,
    recordings: undefined,
    changeFeed,
    lines: createLinesView({ readLines: () => readLines(db), changeFeed, meters }),
    wall: createWallView({ db, changeFeed, log, meters, now, stopping }),
    streamPlaces: createStreamPlaces(meters),
    stateGates: createStateGates(testEnv.DATABASE_POOL),
    log,
    meters,
    now,
    newId: () => randomUUID(),
    fetch: async () => Response.json({ callId: randomUUID() }),
    stopping,
  };
  provideServices(services);
  return {
    services,
    rooms,
    url,
    people: await addPeople(services),
    logLines,
    clock,
    postgres,
    async clear() {
      await db.begin(async (tx) => {
        // Lifts the triggers that make the log append-only.
        await tx`set local session_replication_role = replica`;
        for (const table of changingTables) await tx`delete from ${tx.raw(table)}`;
        for (const table of ['agent_queues', 'queue_outcomes']) {
          await tx`delete from ${tx.raw(table)} where queue_id <> 'main'`;
        }
        await tx`delete from queues where id <> 'main'`;
        await tx`update queues set version = 1 where id = 'main'`;
      });
    },
    async close() {
      services.stopping.abort();
      await services.settings.close();
      await changeFeed.close();
      await closeDatabase(exportDb);
      await closeDatabase(db);
      await postgres.close();
    },
  };
}

const changingTables = [
  'offer_declines',
  'call_events',
  'consents',
  'call_search',
  'session_comments',
  'erasures',
  'legal_holds',
  'job_runs',
  'call_card_facts',
  'call_facts',
  'metric_days',
  'dirty_days',
  'figure_exceptions',
  'figure_alerts',
  'figure_watches',
  'report_files',
  'report_schedules',
  'report_looks',
  'recordings',
  'call_monitors',
  'help_requests',
  'alert_cares',
  'queue_supervisors',
  'calls',
  'tickets',
  'orders',
  'customers',
  'agent_states',
  'expelled_identities',
  'rate_limits',
  'people_shown',
  'audit_log',
  'playbook_cards',
  'playbook_card_versions',
  'settings',
];

async function addPeople({ db }: Services): Promise<People> {
  const add = (username: string, role: Role) =>
    upsertUser(db, {
      id: aUserId(),
      username,
      displayName: `${username} of the desk`,
      role,
      passwordHash: 'none',
    });
  const people = {
    owner: await add('owner', 'agent'),
    otherAgent: await add('other', 'agent'),
    supervisor: await add('supervisor', 'supervisor'),
    admin: await add('admin', 'admin'),
    disabled: await add('disabled', 'agent'),
  };
  await db`update users set disabled = true where id = ${people.disabled.id}`;
  return people;
}
