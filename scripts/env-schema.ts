import { isIP } from 'node:net';
import { z } from 'zod';

const port = (byDefault: number) =>
  z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(1, 'must be between 1 and 65535')
    .max(65_535, 'must be between 1 and 65535')
    .default(byDefault);
const url = (protocol: RegExp) => z.url({ protocol, error: `must be a URL (${protocol.source})` });
const password = z.string().min(12, 'must have at least 12 characters').optional();

/** Settings of `npm start` and `npm test`. Whatever is given here is used instead of the embedded part. */
export const scriptsEnvSchema = z.object({
  /** Where everything the stack writes is kept, relative to the project. */
  DATA_DIR: z.string().default('.data'),
  /** Address of this machine that web and LiveKit listen on; a LAN address lets other machines in. */
  BIND_ADDRESS: z
    .string()
    .refine(
      (text) => isIP(text) === 4 && text !== '0.0.0.0',
      'must be an IPv4 address of this machine',
    )
    .default('127.0.0.1'),
  WEB_PORT: port(3000),
  LIVEKIT_PORT: port(7880),
  LIVEKIT_TCP_PORT: port(7881),
  LIVEKIT_UDP_PORT: port(7882),
  WHISPER_PORT: port(8090),
  BOT_PORT: port(8091),
  DEMO_PORT: port(8092),
  POSTGRES_PORT: port(5433),
  /** The owner of the tables. */
  DATABASE_URL: url(/^postgres(ql)?$/).optional(),
  DATABASE_PASSWORD: z.string().optional(),
  /** The database user of web and bot. */
  APP_DATABASE_URL: url(/^postgres(ql)?$/).optional(),
  APP_DATABASE_PASSWORD: z.string().optional(),
  LIVEKIT_URL: url(/^wss?$/).optional(),
  LIVEKIT_PUBLIC_URL: url(/^wss?$/).optional(),
  LIVEKIT_API_KEY: z.string().optional(),
  LIVEKIT_API_SECRET: z.string().optional(),
  LIVEKIT_SERVER_BIN: z.string().optional(),
  OPENAI_BASE_URL: url(/^https?$/).optional(),
  OPENAI_API_KEY: z.string().optional(),
  DEMO_AGENT_PASSWORD: password,
  DEMO_AGENT2_PASSWORD: password,
  DEMO_SUPERVISOR_PASSWORD: password,
  DEMO_ADMIN_PASSWORD: password,
  /** Whether customers of a made-up shop are added; by default only to the embedded Postgres. */
  SEED_DEMO_CUSTOMERS: z.stringbool('must be true or false').optional(),
  /** Chromium for the browser tests. */
  CHROMIUM_PATH: z.string().optional(),
});

/** Parsed settings of the scripts. */
export type ScriptsEnv = z.infer<typeof scriptsEnvSchema>;
