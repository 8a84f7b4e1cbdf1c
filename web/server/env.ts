import 'server-only';
import { readEnv } from '@agent/process/env';
import { type WebEnv, webEnvSchema } from './env-schema.ts';
import { processSingleton } from './process-singleton.ts';

/** The settings, read at the first use so that a build needs none. */
export function env(): WebEnv {
  return processSingleton('env', () => readEnv(webEnvSchema, { who: 'The web server' }));
}
