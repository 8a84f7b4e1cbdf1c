import { createEnv } from '@t3-oss/env-core';
import { demoEnvSchema } from './env-schema.ts';

/** Reads the demo caller's environment; throws one clear error for what is wrong. */
export function readEnv() {
  return createEnv({
    server: demoEnvSchema,
    runtimeEnv: process.env,
    emptyStringAsUndefined: true,
    onValidationError: (issues) => {
      const lines = issues.map(({ path, message }) => `${path?.join('.')}: ${message}`);
      throw new Error(`The environment is not right: ${lines.join('; ')}`);
    },
  });
}
