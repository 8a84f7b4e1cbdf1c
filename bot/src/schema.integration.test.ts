import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import * as store from '@agent/store';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { freePort } from '@agent/testing/free-port';
import { afterAll, beforeAll, expect, it } from 'vitest';

let postgres: TestServer;
beforeAll(async () => {
  postgres = await startTestServer();
});
afterAll(() => postgres.close());

it('ends at once with one line when the database has another schema', async () => {
  const url = await postgres.createDatabase();
  expect(await runBot(url)).toEqual({
    code: 1,
    said: expect.stringMatching(/^The database has no schema yet: .+\n$/),
  });
  await store.migrate(url);
  await store.rollback(url);
  expect(await runBot(url)).toEqual({
    code: 1,
    said: expect.stringMatching(/^The database's schema is older than this version: .+\n$/),
  });
});

/** Runs a bot until it ends by itself. */
async function runBot(databaseUrl: string): Promise<{ code: number | null; said: string }> {
  const bot = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      LIVEKIT_URL: 'ws://127.0.0.1:9',
      LIVEKIT_API_KEY: 'key',
      LIVEKIT_API_SECRET: 's'.repeat(32),
      BOT_PORT: String(await freePort()),
      LOG_LEVEL: 'silent',
    },
  });
  const [said, [code]] = await Promise.all([text(bot.stderr), once(bot, 'exit')]);
  return { code, said };
}
