import { randomUUID } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// A bot computes little in JavaScript: a small heap costs no time and saves 15 MB. Must come first.
setFlagsFromString('--optimize-for-size');
setFlagsFromString('--max-semi-space-size=1');
enableCompileCache();
const { runBot } = await import('./bot.ts');
const { readEnv } = await import('@agent/process/env');
const { botEnvSchema } = await import('./env-schema.ts');

try {
  // An empty variable says something here: no interim model, no language, no model for suggestions.
  const env = readEnv(botEnvSchema, { who: 'The bot', empty: 'kept' });
  await runBot(env, randomUUID());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
