import { readEnv } from '@agent/process/env';
import { describe, expect, it } from 'vitest';
import { webEnvSchema } from './env-schema.ts';

const complete = {
  DATABASE_URL: 'postgres://localhost/calls',
  LIVEKIT_URL: 'ws://localhost:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 's'.repeat(32),
  NEXTAUTH_SECRET: 'n'.repeat(32),
  NEXTAUTH_URL: 'http://localhost:3000',
  CALL_COOKIE_SECRET: 'c'.repeat(32),
};

function read(variables: Record<string, string>) {
  return readEnv(webEnvSchema, { who: 'The web server', variables });
}

describe('the environment of the web server', () => {
  it('fills in what may be left out', () => {
    expect(read(complete)).toMatchObject({
      LIVEKIT_PUBLIC_URL: 'ws://localhost:7880',
      PORT: 3000,
      TRUSTED_PROXY_HOPS: 0,
      DEFAULT_PHONE_REGION: 'US',
      SEARCH_LANGUAGE: 'english',
    });
  });

  it('takes an empty variable as not set', () => {
    expect(read({ ...complete, DEMO_CALLER_URL: '' }).DEMO_CALLER_URL).toBeUndefined();
  });

  it('names each missing or wrong variable in one line, and no value', () => {
    const { DATABASE_URL: _database, ...rest } = complete;
    const wrong = {
      ...rest,
      LIVEKIT_URL: 'hush://x',
      NEXTAUTH_SECRET: 'short-secret',
      DEFAULT_PHONE_REGION: 'ZZ',
    };
    const message = messageOf(() => read(wrong));
    expect(message).toContain('DATABASE_URL is not set');
    expect(message).toContain('LIVEKIT_URL: must be a ws:// or wss:// URL');
    expect(message).toContain('NEXTAUTH_SECRET needs at least 32 characters');
    expect(message).toContain('DEFAULT_PHONE_REGION: must be a country code such as US or DE');
    expect(message).not.toContain('short-secret');
    expect(message).not.toContain('\n');
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return 'nothing was thrown';
}
