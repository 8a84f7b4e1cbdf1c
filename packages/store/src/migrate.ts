import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StoreError } from './store-error.ts';

/** Looked up when needed: a bundler, which never migrates, has no such directory. */
function migrationsDir(): string {
  return join(import.meta.dirname, '..', 'migrations');
}

/** Brings the database to the newest schema with dbmate; creates it when it does not exist. */
export async function migrate(url: string): Promise<void> {
  await dbmate(url, 'up');
}

/** Undoes the newest migration (tests of the migrations only). */
export async function rollback(url: string): Promise<void> {
  await dbmate(url, 'rollback');
}

async function dbmate(url: string, command: 'up' | 'rollback'): Promise<void> {
  const { resolveBinary } = await import('dbmate');
  const options = ['--migrations-dir', migrationsDir(), '--no-dump-schema'];
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
  if (code !== 0) throw StoreError.migrationFailed(output.trim());
}

/** dbmate asks for TLS unless told otherwise; a server on this machine has none. */
function withSslMode(url: string): string {
  const parsed = new URL(url);
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(parsed.hostname);
  if (isLocal && !parsed.searchParams.has('sslmode')) parsed.searchParams.set('sslmode', 'disable');
  return parsed.href;
}
