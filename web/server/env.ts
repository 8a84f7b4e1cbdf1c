import 'server-only';
import { parseWebEnv, type WebEnv } from './env-schema.ts';
import { processSingleton } from './process-singleton.ts';

/** The settings, read at the first use so that a build needs none. */
export function env(): WebEnv {
  return processSingleton('env', () => parseWebEnv(process.env));
}
