import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { closeDatabase, openDatabase } from './connect.ts';
import { requireSchema } from './schema-state.ts';
import { StoreError } from './store-error.ts';

/** Looked up when needed: a bundler, which never migrates, has no such directory. */
function migrationsDir(): string {
  return join(import.meta.dirname, '..', '..', 'migrations');
}

/**
 * Brings the database to the newest schema with dbmate; creates it when it does not exist. Each
 * migration is applied whole or not at all. Refuses a database that a newer version has migrated.
 */
export async function migrate(url: string, folder: string = migrationsDir()): Promise<void> {
  await dbmate(url, 'up', folder);
  if (folder === migrationsDir()) await checkSchema(url);
}

/** Undoes the newest migration (tests of the migrations only). */
export async function rollback(url: string): Promise<void> {
  await dbmate(url, 'rollback', migrationsDir());
}

async function checkSchema(url: string): Promise<void> {
  const db = openDatabase(url, { max: 1, applicationName: 'migrate' });
  try {
    await requireSchema(db);
  } finally {
    await closeDatabase(db);
  }
}

async function dbmate(url: string, command: 'up' | 'rollback', folder: string): Promise<void> {
  const { resolveBinary } = await import('dbmate');
  const options = ['--migrations-dir', folder, '--no-dump-schema'];
  // The address, which holds a password, goes by environment: arguments show in process lists.
  const child = spawn(resolveBinary(), [...options, command], {
    env: { NODE_ENV: 'production', DATABASE_URL: withSslMode(url) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes));
  child.stderr.on('data', (bytes: Buffer) => (output += bytes));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw StoreError.migrationFailed(whyItFailed(output));
}

/** Of what dbmate prints, in one line: which migration, and what Postgres said. */
function whyItFailed(output: string): string {
  const [file] =
    [...output.matchAll(/^(?:Applying|Rolling back): (\S+)$/gm)].at(-1)?.slice(1) ?? [];
  const [reason] = [...output.matchAll(/^Error: (.+)$/gm)].at(-1)?.slice(1) ?? [];
  const line = reason ?? output.trim().replaceAll(/\s*\n\s*/g, '; ');
  return file === undefined ? line : `${file} failed and was taken back: ${line}`;
}

/** dbmate asks for TLS unless told otherwise; a server on this machine has none. */
function withSslMode(url: string): string {
  const parsed = new URL(url);
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(parsed.hostname);
  if (isLocal && !parsed.searchParams.has('sslmode')) parsed.searchParams.set('sslmode', 'disable');
  return parsed.href;
}
