import { recordingEnvSchema } from '@agent/recordings/env';
import { z } from 'zod';

const wholeNumber = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** Environment of the bot. */
export const botEnvSchema = recordingEnvSchema.extend({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Password for DATABASE_URL when it is not in it; any characters. */
  DATABASE_PASSWORD: z.string().optional(),
  /** As this process reaches LiveKit. */
  LIVEKIT_URL: z.url({ protocol: /^wss?$/ }),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(1),
  /** Any OpenAI-compatible server; ends in `/v1`. */
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8090/v1'),
  OPENAI_API_KEY: z.string().min(1).default('local'),
  /** Empty: finals only, as where each request is paid. One that ends in `.en` is asked in English alone. */
  TRANSCRIBE_INTERIM_MODEL: z.string().default('tiny.en'),
  TRANSCRIBE_FINAL_MODEL: z.string().min(1).default('base'),
  /** Model for suggestions; empty: none, so that nothing said leaves for a model by mistake. */
  SUGGEST_MODEL: z.string().default(''),
  /** Its server: any of OpenAI's chat completions; ends in `/v1`. */
  SUGGEST_BASE_URL: z.url({ protocol: /^https?$/ }).default('https://api.openai.com/v1'),
  /** Empty for servers that ask for none. */
  SUGGEST_API_KEY: z.string().default(''),
  /** Where health and meters listen, which tell of the calls: this machine alone, unless it is said. */
  BOT_HOST: z.union([z.ipv4(), z.ipv6()]).default('127.0.0.1'),
  BOT_PORT: wholeNumber(8091),
  BOT_MAX_CALLS: wholeNumber(10),
  /** Above it the bot takes no more calls, finishes and exits for its supervisor to restart it. */
  BOT_MAX_RSS_MB: wholeNumber(600),
  /** Folder for the sound of calls that are going on; empty: nothing is recorded. */
  RECORDING_SPOOL: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type BotEnv = z.infer<typeof botEnvSchema>;
