import { setTimeout as wait } from 'node:timers/promises';
import { Client, Pool, type PoolClient, types } from 'pg';
import { type Connection, withConnection } from './connection.ts';
import { isDatabaseError } from './database-error.ts';
import { createListener, type NotificationListener } from './listener.ts';
import { createTag, type Statement, type StatementTag } from './statement.ts';
import { isUnavailable } from './unavailable.ts';

/** An open transaction. Its statements run one after another. */
export type Transaction = StatementTag;

/** Connections to Postgres; close them with {@link closeDatabase}. */
export interface Database extends StatementTag {
  /** Runs `work` in a transaction: all of it is stored, or nothing. */
  begin<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly listener: NotificationListener;
  close(): Promise<void>;
}

/** Where a statement may run: on any connection, or inside the caller's transaction. */
export type Queryable = Database | Transaction;

/** A part of a statement. It runs when awaited, so never return one from an async function. */
export type Fragment = Statement<unknown>;

/** How many connections a process holds, and how Postgres names them. */
export interface DatabaseOptions {
  /** Most connections at once, besides the one that listens. Default 10. */
  max?: number;
  /** Name shown in `pg_stat_activity`. Default `agent`. */
  applicationName?: string;
}

/** Time to connect, or to wait for a connection while all are in use. */
const connectTimeoutMs = 5_000;
/** Postgres gives a statement up after so long, locks it waits for included. */
const statementTimeoutMs = 5_000;
/** We do when Postgres, which should have by then, has not said so: it stands still. */
const answerTimeoutMs = 6_000;
/** Locks of a process that stands still in the middle of a transaction are free after so long. */
const idleTransactionTimeoutMs = 20_000;
const idleTimeoutMs = 60_000;
const closeTimeoutMs = 2_000;
/** A peer that has silently gone is noticed within about 20 s: after so long, 10 probes a second apart. */
const keepAliveMs = 10_000;

/** Opens a pool; connects with the first query and again by itself after a loss. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const config = {
    connectionString: url,
    application_name: options.applicationName ?? 'agent',
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: answerTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
  };
  const pool = new Pool({
    ...config,
    max: options.max ?? 10,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleTransactionTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    types: { getTypeParser },
  });
  // The pool has dropped the idle connection that was lost, and opens another when it needs one.
  pool.on('error', () => undefined);
  const inUse = new Set<PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_, client) => inUse.delete(client));
  const listener = createListener(() => new Client(config));
  const tag = createTag((statement) => withConnection(pool, ({ run }) => run(statement)));
  let closing: Promise<void> | undefined;
  return Object.assign(tag, {
    begin: <T>(work: (tx: Transaction) => Promise<T>) =>
      withConnection(pool, (connection) => transact(connection, work)),
    listener,
    close: () => {
      closing ??= endAll(pool, inUse, listener);
      return closing;
    },
  });
}

/** Ends all connections, waiting at most 2 s for running queries. Calling it twice is harmless. */
export async function closeDatabase(db: Database): Promise<void> {
  await db.close();
}

/** Tells whether Postgres answers now. */
export async function isDatabaseReachable(db: Queryable): Promise<boolean> {
  try {
    await db`select 1`;
    return true;
  } catch (error) {
    if (isUnavailable(error)) return false;
    throw error;
  }
}

/** Tells whether an error means that a row breaks this constraint. */
export function breaksConstraint(error: unknown, constraint: string): boolean {
  return isDatabaseError(error) && error.constraint === constraint;
}

/** Runs `work` in a transaction of its own, or in the caller's when there is one already. */
export function inTransaction<T>(db: Queryable, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return 'begin' in db ? db.begin(work) : work(db);
}

async function transact<T>(
  { run, command }: Connection,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  await command('begin');
  try {
    const result = await work(createTag(run));
    // Postgres answers so when a statement has failed and `work` went on all the same.
    if ((await command('commit')) === 'ROLLBACK') throw new Error('A statement of it has failed.');
    return result;
  } catch (error) {
    // A lost connection has rolled back by itself.
    await command('rollback').catch(() => undefined);
    throw error;
  }
}

async function endAll(
  pool: Pool,
  inUse: ReadonlySet<PoolClient>,
  listener: NotificationListener,
): Promise<void> {
  const ended = Promise.all([listener.close(), pool.end()]);
  await Promise.race([ended, wait(closeTimeoutMs, undefined, { ref: false })]);
  for (const client of inUse) void client.end();
}

/** `bigint` counts and milliseconds are far below 2⁵³. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);
}
