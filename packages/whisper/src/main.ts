import { readEnv } from './env.ts';
import { createLog } from './log.ts';
import { startWhisperServer } from './server.ts';
import { startFailureMessage } from './start-failure.ts';

/** Entry of the server process: `node packages/whisper/src/main.ts`. */
try {
  await main();
} catch (error) {
  process.stderr.write(`whisper: ${startFailureMessage(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const env = readEnv();
  const log = createLog(env.LOG_LEVEL);
  const server = await startWhisperServer({ env, log });
  log.info({ url: server.url }, 'listening, loading models');

  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping');
    await server.close();
    log.info('stopped');
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  await server.ready;
  log.info({ url: server.url }, 'ready');
}
