import { type WhisperEnv, whisperEnvSchema } from './env-schema.ts';

/** A variable with a value that cannot be used. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/** Reads and checks the environment; an empty variable counts as absent. */
export function readEnv(
  source: Readonly<Record<string, string | undefined>> = process.env,
): WhisperEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = whisperEnvSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new EnvError(wrong.join('; '));
}
