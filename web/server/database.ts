import 'server-only';
import { type Database, databaseUrl, openDatabase } from '@agent/store';
import type { WebEnv } from './env-schema.ts';

/** Opens the pool of this server. */
export function openWebDatabase(env: WebEnv): Database {
  const url = databaseUrl(env.DATABASE_URL, env.DATABASE_PASSWORD);
  return openDatabase(url, { max: env.DATABASE_POOL, applicationName: 'agent-web' });
}

/** Exports at once; whoever comes when all go on waits a moment, and is told to come again. */
const mostExports = 3;

/** Opens the pool of exports: a slow reader must take no connection from anybody else. */
export function openExportDatabase(env: WebEnv): Database {
  const url = databaseUrl(env.DATABASE_URL, env.DATABASE_PASSWORD);
  return openDatabase(url, { max: mostExports, applicationName: 'agent-exports' });
}
