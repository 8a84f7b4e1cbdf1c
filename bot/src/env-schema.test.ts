import { readEnv } from '@agent/process/env';
import { describe, expect, it } from 'vitest';
import { botEnvSchema } from './env-schema.ts';

const required = {
  DATABASE_URL: 'postgres://localhost/agent',
  LIVEKIT_URL: 'ws://localhost:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'secret',
};

function read(variables: Record<string, string | undefined>) {
  return readEnv(botEnvSchema, { who: 'The bot', variables, empty: 'kept' });
}

describe('the environment of the bot', () => {
  it('needs an address of the database and of LiveKit; the rest has defaults', () => {
    expect(read(required)).toMatchObject({ BOT_MAX_CALLS: 10, TRANSCRIBE_FINAL_MODEL: 'base' });
  });

  it('takes an empty interim model for finals only', () => {
    const env = read({ ...required, TRANSCRIBE_INTERIM_MODEL: '' });
    expect(env.TRANSCRIBE_INTERIM_MODEL).toBe('');
  });

  it('names everything that is missing or wrong in one line', () => {
    const reading = () => read({ ...required, DATABASE_URL: undefined, BOT_PORT: 'x' });
    expect(reading).toThrow(/^The bot cannot start: .*DATABASE_URL.*BOT_PORT[^\n]*$/);
  });

  it('lets health and meters listen on this machine alone unless another address is named', () => {
    expect(read(required).BOT_HOST).toBe('127.0.0.1');
    expect(read({ ...required, BOT_HOST: '0.0.0.0' }).BOT_HOST).toBe('0.0.0.0');
    expect(botEnvSchema.shape.BOT_HOST.safeParse('everywhere').success).toBe(false);
  });
});
