import { createEnv } from '@t3-oss/env-core';
import { demoEnvSchema } from './env-schema.ts';

const environment: Record<string, string | undefined> = process.env;

// Imported before rtc-node, which logs each step unless it is told that this is production.
environment.NODE_ENV ??= 'production';

/** Reads the demo caller's environment; throws one clear error for what is wrong. */
export function readEnv() {
  return createEnv({
    server: demoEnvSchema,
    runtimeEnv: environment,
    emptyStringAsUndefined: true,
    onValidationError: (issues) => {
      const lines = issues.map(({ path, message }) => `${path?.join('.')}: ${message}`);
      throw new Error(`The environment is not right: ${lines.join('; ')}`);
    },
  });
}
