import 'server-only';
import { type Database, databaseUrl, openDatabase } from '@agent/store';
import type { WebEnv } from './env-schema.ts';

/** Opens the pool of this server. */
export function openWebDatabase(env: WebEnv): Database {
  const url = databaseUrl(env.DATABASE_URL, env.DATABASE_PASSWORD);
  return openDatabase(url, { max: env.DATABASE_POOL, applicationName: 'agent-web' });
}
