import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '@agent/testing/free-port';
import { createOpenAiTranscriber } from '../transcribe/openai-transcriber.ts';
import type { Transcriber } from '../transcribe/transcriber.ts';
import { isReady, stop, until } from './live-call.ts';

/** The project's own speech-to-text server as a process, and the way to it. */
export interface RunningWhisper {
  /** Ends in `/v1`. */
  baseUrl: string;
  transcriber: Transcriber;
  close(): Promise<void>;
}

const main = fileURLToPath(new URL('../../../packages/whisper/src/main.ts', import.meta.url));
/** Nobody waits for these texts, and other work may be going on. */
const PATIENCE_MS = 60_000;

/** Starts it on a free port and waits until it hears. */
export async function startWhisper(): Promise<RunningWhisper> {
  const port = await freePort();
  const { PATH } = process.env;
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH, WHISPER_PORT: `${port}`, LOG_LEVEL: 'silent', NODE_ENV: 'production' },
  });
  await until(() => isReady(port), 2 * PATIENCE_MS);
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const transcriber = createOpenAiTranscriber({
    baseUrl,
    apiKey: 'local',
    models: { interim: 'tiny.en', final: 'base' },
    language: 'en',
    timeoutMs: { interim: PATIENCE_MS, final: PATIENCE_MS },
  });
  return { baseUrl, transcriber, close: async () => void (await stop(child, 'SIGTERM')) };
}
