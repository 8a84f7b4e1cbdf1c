import { createEnv } from '@t3-oss/env-core';
import { type BotEnv, botEnvSchema } from './env-schema.ts';

/** Reads the bot's environment; throws one line that names what is missing or wrong. */
export function readEnv(source: Record<string, string | undefined> = process.env): BotEnv {
  return createEnv({
    server: botEnvSchema.shape,
    runtimeEnv: source,
    onValidationError(issues) {
      const faults = issues.map(({ path, message }) => `${path?.join('.')}: ${message}`);
      throw new Error(`The bot cannot start: ${faults.join('; ')}.`);
    },
  });
}
