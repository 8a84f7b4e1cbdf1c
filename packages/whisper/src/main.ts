import { untilSignal } from '@agent/process';
import { readEnv } from '@agent/process/env';
import { createLog } from '@agent/process/log';
import { whisperEnvSchema } from './env-schema.ts';
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
  const env = readEnv(whisperEnvSchema, { who: 'The speech-to-text server' });
  const log = createLog({ part: 'whisper', level: env.LOG_LEVEL });
  const server = await startWhisperServer({ env, log });
  log.info({ url: server.url }, 'listening, loading models');

  void untilSignal().then(async (signal) => {
    log.info({ signal }, 'stopping');
    await server.close();
    log.info('stopped');
    process.exit(0);
  });

  await server.ready;
  log.info({ url: server.url }, 'ready');
}
