import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { EnvError, readEnv } from '@agent/process/env';
import { type ScriptsEnv, scriptsEnvSchema } from './env-schema.ts';
import { projectRoot } from './project.ts';
import { StackError } from './stack-error.ts';

/** Environment variables as a process gets them. */
export type Environment = Record<string, string | undefined>;

/** The environment of this process, with `.env` of the project filled in below it. */
export function processEnvironment(): Environment {
  const file = `${projectRoot}/.env`;
  if (existsSync(file)) loadEnvFile(file);
  return process.env;
}

/** Parses the settings; everything wrong is told in one line. */
export function readScriptsEnv(variables: Environment): ScriptsEnv {
  try {
    const env = readEnv(scriptsEnvSchema, { who: 'The stack', variables });
    requireKeysWithExternalLiveKit(env);
    return env;
  } catch (error) {
    if (error instanceof EnvError) throw StackError.badEnvironment(error.faults.join('; '));
    throw error;
  }
}

function requireKeysWithExternalLiveKit(env: ScriptsEnv): void {
  if (env.LIVEKIT_URL === undefined) return;
  if (env.LIVEKIT_API_KEY === undefined || env.LIVEKIT_API_SECRET === undefined) {
    throw StackError.badEnvironment('LIVEKIT_URL needs LIVEKIT_API_KEY and LIVEKIT_API_SECRET');
  }
}
