import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeDatabase, isDatabaseReachable, openDatabase } from '@agent/store';
import { commandOf } from '../process-command.ts';
import { signalIfThere } from '../process-group.ts';
import { runCommand } from '../run-command.ts';
import { type PostgresHome, postgresHome } from './postgres-home.ts';
import { privateLogFlags } from './postgres-log.ts';
import type { PrepareContext, Service } from './service.ts';

/** The embedded Postgres 18 with its data under `.data/postgres`. */
export function postgresService(): Service {
  let home: PostgresHome | undefined;
  return {
    name: 'postgres',
    title: 'Postgres',
    readyTimeoutMs: 60_000,
    async prepare(context) {
      home = await postgresHome(context.config.dataDir);
      if (existsSync(join(home.dataDir, 'PG_VERSION'))) await clearStaleLock(home.dataDir, context);
      else await initialise(home, context);
    },
    process(config) {
      if (home === undefined) throw new Error('Postgres was not prepared.');
      return {
        command: join(home.binDir, 'postgres'),
        args: ['-D', home.dataDir, '-p', String(config.ports.postgres), ...serverFlags],
        cwd: home.dataDir,
        env: { ...config.environment, LC_ALL: 'C', TZ: 'UTC' },
        // Fast shutdown: breaks connections, keeps every committed transaction.
        stopSignal: 'SIGINT',
        ...home.owner,
      };
    },
    async isReady({ ports, urls }) {
      if (!(await isListening(ports.postgres))) return false;
      const db = openDatabase(maintenanceUrl(urls.database), { max: 1, applicationName: 'stack' });
      try {
        return await isDatabaseReachable(db);
      } finally {
        await closeDatabase(db);
      }
    },
  };
}

/** No socket file: its folder may not be writable, and two stacks would meet there. */
const serverFlags = [
  ...['-c', 'listen_addresses=127.0.0.1'],
  ...['-c', 'unix_socket_directories='],
  ...['-c', 'max_connections=100'],
  ...privateLogFlags,
];

async function initialise(home: PostgresHome, { config, report, signal }: PrepareContext) {
  report('initialising the database folder');
  const passwordFile = join(dirname(home.dataDir), 'initdb-password');
  writeFileSync(passwordFile, `${config.secrets.postgresPassword}\n`, { mode: 0o600 });
  if (home.owner !== undefined) chownSync(passwordFile, home.owner.uid, home.owner.gid);
  const args = [`--pgdata=${home.dataDir}`, `--pwfile=${passwordFile}`, ...initFlags];
  try {
    await runCommand(join(home.binDir, 'initdb'), args, {
      cwd: '/',
      env: { ...config.environment, LC_ALL: 'C' },
      logFile: join(config.logDir, 'postgres.log'),
      signal,
      ...home.owner,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

const initFlags = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/**
 * Removes the lock of a server that is gone (its pid may belong to another program by now), and ends
 * a server that outlived its stack.
 */
async function clearStaleLock(dataDir: string, { report }: PrepareContext): Promise<void> {
  const lock = join(dataDir, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (commandOf(pid)?.includes(dataDir) === true) {
    report('ending a Postgres left over from an earlier run');
    signalIfThere(pid, 'SIGINT');
    while (commandOf(pid) !== undefined) await sleep(50);
  }
  rmSync(lock, { force: true });
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => socket.destroy() && resolve(true));
    socket.once('error', () => resolve(false));
  });
}

function maintenanceUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.pathname = '/postgres';
  return url.href;
}
