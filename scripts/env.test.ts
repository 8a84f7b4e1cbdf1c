import { expect, it } from 'vitest';
import { readScriptsEnv } from './env.ts';

it('needs nothing', () => {
  expect(readScriptsEnv({})).toMatchObject({
    WEB_PORT: 3000,
    POSTGRES_PORT: 5433,
    DATA_DIR: '.data',
  });
});

it('takes an empty variable for one that is not given', () => {
  expect(readScriptsEnv({ WEB_PORT: '', DATABASE_URL: '' })).toMatchObject({ WEB_PORT: 3000 });
});

it.each([
  [{ WEB_PORT: 'abc' }, 'WEB_PORT: must be a port number'],
  [{ BOT_PORT: '70000' }, 'BOT_PORT: must be between 1 and 65535'],
  [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL: must be a URL'],
  [{ LIVEKIT_URL: 'http://localhost' }, 'LIVEKIT_URL: must be a URL'],
  [{ BIND_ADDRESS: '0.0.0.0' }, 'BIND_ADDRESS: must be an IPv4 address of this machine'],
  [{ DEMO_AGENT_PASSWORD: 'short' }, 'DEMO_AGENT_PASSWORD: must have at least 12 characters'],
  [{ LIVEKIT_URL: 'wss://livekit.test' }, 'LIVEKIT_URL needs LIVEKIT_API_KEY and'],
])('tells what is wrong in one line: %o', (environment, message) => {
  expect(() => readScriptsEnv(environment)).toThrow(message);
  expect(() => readScriptsEnv(environment)).toThrow(/^[^\n]+$/);
});

it('tells everything that is wrong at once', () => {
  const wrong = { WEB_PORT: 'a', BOT_PORT: 'b' };
  expect(() => readScriptsEnv(wrong)).toThrow(/WEB_PORT.*BOT_PORT/);
});
