import postgres from 'postgres';

/** Connections to Postgres; close them with {@link closeDatabase}. */
export type Database = postgres.Sql<{ bigint: number }>;

/** An open transaction. */
export type Transaction = postgres.TransactionSql<{ bigint: number }>;

/** Where a statement may run: on any connection, or inside the caller's transaction. */
export type Queryable = Database | Transaction;

/** A part of a statement. It runs when awaited, so never return one from an async function. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;

export interface DatabaseOptions {
  /** Most connections at once. Default 10. */
  max?: number;
  /** Name shown in `pg_stat_activity`. Default `agent`. */
  applicationName?: string;
}

const bigint: postgres.PostgresType<number> = {
  to: 20,
  from: [20],
  serialize: String,
  parse: Number,
};

/** Opens a pool; connects with the first query and again by itself after a loss. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  return postgres<{ bigint: postgres.PostgresType<number> }>(url, {
    max: options.max ?? 10,
    connect_timeout: 5,
    backoff: reconnectDelaySeconds,
    types: { bigint },
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    onnotice: () => undefined,
    connection: {
      application_name: options.applicationName ?? 'agent',
      TimeZone: 'UTC',
      statement_timeout: 10_000,
    },
  });
}

/** Ends all connections, waiting at most 2 s for running queries. Calling it twice is harmless. */
export async function closeDatabase(db: Database): Promise<void> {
  await db.end({ timeout: 2 });
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

const unavailableCodes: ReadonlySet<string> = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '53300', // too many connections
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // cannot connect now
]);

/** Tells whether an error means that Postgres cannot be reached: try the same again later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const { code } = error;
  return typeof code === 'string' && (unavailableCodes.has(code) || code.startsWith('08'));
}

/** Tells whether an error means that a row breaks this constraint. */
export function breaksConstraint(error: unknown, constraint: string): boolean {
  return error instanceof postgres.PostgresError && error.constraint_name === constraint;
}

/** Runs `work` in a transaction of its own, or in the caller's when there is one already. */
export async function inTransaction<T>(
  db: Queryable,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  if ('savepoint' in db) return work(db);
  let result: { value: T } | undefined;
  await db.begin(async (tx) => {
    result = { value: await work(tx) };
  });
  return (result as { value: T }).value;
}

function reconnectDelaySeconds(attempts: number): number {
  return Math.min(0.05 * 2 ** attempts, 1);
}
