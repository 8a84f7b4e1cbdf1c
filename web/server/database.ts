import 'server-only';
import { type Database, openDatabase } from '@agent/store';
import type { WebEnv } from './env-schema.ts';

/** Opens the pool of this server. */
export function openWebDatabase(env: WebEnv): Database {
  return openDatabase(env.DATABASE_URL, { max: env.DATABASE_POOL, applicationName: 'agent-web' });
}
