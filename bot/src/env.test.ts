import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

const required = {
  DATABASE_URL: 'postgres://localhost/agent',
  LIVEKIT_URL: 'ws://localhost:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'secret',
};

describe('readEnv', () => {
  it('needs an address of the database and of LiveKit; the rest has defaults', () => {
    expect(readEnv(required)).toMatchObject({ BOT_MAX_CALLS: 10, TRANSCRIBE_FINAL_MODEL: 'base' });
  });

  it('takes an empty interim model for finals only', () => {
    const env = readEnv({ ...required, TRANSCRIBE_INTERIM_MODEL: '' });
    expect(env.TRANSCRIBE_INTERIM_MODEL).toBe('');
  });

  it('names everything that is missing or wrong in one line', () => {
    const reading = () => readEnv({ ...required, DATABASE_URL: undefined, BOT_PORT: 'x' });
    expect(reading).toThrow(/^The bot cannot start: .*DATABASE_URL.*BOT_PORT[^\n]*$/);
  });
});
