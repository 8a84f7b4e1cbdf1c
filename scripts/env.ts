import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
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

/** Parses the settings; empty counts as not given, and everything wrong is told in one line. */
export function readScriptsEnv(environment: Environment): ScriptsEnv {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = scriptsEnvSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw StackError.badEnvironment(faults.join('; '));
  }
  requireKeysWithExternalLiveKit(parsed.data);
  return parsed.data;
}

function requireKeysWithExternalLiveKit(env: ScriptsEnv): void {
  if (env.LIVEKIT_URL === undefined) return;
  if (env.LIVEKIT_API_KEY === undefined || env.LIVEKIT_API_SECRET === undefined) {
    throw StackError.badEnvironment('LIVEKIT_URL needs LIVEKIT_API_KEY and LIVEKIT_API_SECRET');
  }
}
