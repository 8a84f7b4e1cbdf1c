import { recordingEnvSchema } from '@agent/recordings/env';
import { searchLanguages } from '@agent/store';
import { getCountries } from 'libphonenumber-js';
import { z } from 'zod';
import { singleSignOnEnvSchema, singleSignOnLacks } from './access/single-sign-on-env.ts';

const secret = (what: string) => z.string().min(32, `${what} needs at least 32 characters`);
const webSocketUrl = z.url({ protocol: /^wss?$|^https?$/, error: 'must be a ws:// or wss:// URL' });
const count = (preset: number) => z.coerce.number().int().min(0).default(preset);

/** Variables of the web server. Free of side effects, so that checks can read it. */
export const webEnvSchema = recordingEnvSchema
  .extend({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
    /** Password for DATABASE_URL when it is not in it; any characters. */
    DATABASE_PASSWORD: z.string().optional(),
    /** Most connections to Postgres; one more listens for notifications. */
    DATABASE_POOL: z.coerce.number().int().min(2).default(10),
    /** LiveKit as this server reaches it. */
    LIVEKIT_URL: webSocketUrl,
    /** LiveKit as browsers reach it; the same as LIVEKIT_URL when it is not set. */
    LIVEKIT_PUBLIC_URL: webSocketUrl.optional(),
    LIVEKIT_API_KEY: z.string().min(1),
    LIVEKIT_API_SECRET: secret('LIVEKIT_API_SECRET'),
    /** Encrypts the session cookies of people with an account. */
    NEXTAUTH_SECRET: secret('NEXTAUTH_SECRET'),
    /** Where browsers reach this server; requests that change something must come from there. */
    NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }),
    /** Signs the cookie of a customer. */
    CALL_COOKIE_SECRET: secret('CALL_COOKIE_SECRET'),
    /** Scripted caller of the demo; without it `POST /api/demo` does not exist. */
    DEMO_CALLER_URL: z.url().optional(),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** Country assumed for phone numbers without one, as ISO 3166 code. */
    DEFAULT_PHONE_REGION: z
      .enum(getCountries(), 'must be a country code such as US or DE')
      .default('US'),
    /** How words of calls are cut to their stems, as Postgres names it; another one indexes all calls anew. */
    SEARCH_LANGUAGE: z.enum(searchLanguages).default('english'),
    /** Reverse proxies in front whose `X-Forwarded-For` is believed. */
    TRUSTED_PROXY_HOPS: count(0),
    /** Calls that one address may start in a minute. */
    CALL_STARTS_PER_MINUTE: count(60),
    /** Days after which the sound of a call is deleted, where no admin has set it; 0: never. */
    RECORDING_DAYS: count(90),
    /** Days after which all of a call is erased but its times and outcome, where no admin has set it; 0: never. */
    TRANSCRIPT_DAYS: count(365),
    /** When set, `/metrics` asks for it as bearer token. */
    METRICS_TOKEN: z.string().min(16).optional(),
    ...singleSignOnEnvSchema.shape,
    NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  })
  .superRefine((env, context) => {
    for (const name of singleSignOnLacks(env)) {
      context.addIssue({ code: 'custom', path: [name], message: 'is needed for single sign-on' });
    }
  })
  .transform((env) => ({ ...env, LIVEKIT_PUBLIC_URL: env.LIVEKIT_PUBLIC_URL ?? env.LIVEKIT_URL }));

/** Settings of the web server. */
export type WebEnv = z.output<typeof webEnvSchema>;
