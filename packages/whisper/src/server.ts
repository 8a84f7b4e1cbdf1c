import { availableParallelism } from 'node:os';
import { type Listening, listen } from '@agent/process/listen';
import type { Logger } from '@agent/process/log';
import type { Engine } from './engine/engine.ts';
import { createWorkerEngine } from './engine/worker-engine.ts';
import type { WhisperEnv } from './env-schema.ts';
import { createApp } from './http/app.ts';
import { createMetrics, type WhisperMetrics } from './http/metrics.ts';
import { createTranscriber } from './http/transcriber.ts';
import { LANGUAGES } from './model/languages.ts';
import { createModelCatalogue, type ModelCatalogue } from './model/model-catalogue.ts';
import { BUNDLED_MODEL_DIR, listModels } from './model/model-files.ts';
import type { Priority } from './queue/ticket.ts';

/** A server that listens. */
export interface WhisperServer {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Resolves once the models are warm and requests are answered; rejects when they cannot be. */
  readonly ready: Promise<void>;
  /** Finishes accepted work, then frees everything. Closing twice is harmless. */
  close(): Promise<void>;
}

/** What can be replaced in tests. */
export interface WhisperServerOptions {
  readonly env: WhisperEnv;
  readonly log: Logger;
  readonly engines?: Readonly<Record<Priority, Engine>>;
}

/** How long accepted work may take when the server stops. */
const DRAIN_MS = 8000;
/** How long the answers to it may take to be read. */
const FLUSH_MS = 1000;

/** Listens at once (alive), loads the models meanwhile (ready). */
export async function startWhisperServer(options: WhisperServerOptions): Promise<WhisperServer> {
  const { env, log } = options;
  const modelDir = env.WHISPER_MODEL_DIR ?? BUNDLED_MODEL_DIR;
  const catalogue = createModelCatalogue(listModels(modelDir));
  const metrics = createMetrics();
  const engines = options.engines ?? createEngines(options, modelDir, catalogue, metrics);
  const nowMs = () => performance.now();
  const languages = defaultLanguages(env);
  const maxAudioSeconds = env.WHISPER_MAX_AUDIO_SECONDS;
  const transcriber = createTranscriber({
    engines,
    catalogue,
    metrics,
    maxAudioSeconds,
    languages,
    nowMs,
  });
  let stopping: Promise<void> | undefined;
  const isReady = () =>
    stopping === undefined && engines.final.isReady() && engines.interim.isReady();
  const apiKey = env.WHISPER_API_KEY;
  const app = createApp({ transcriber, catalogue, metrics, isReady, apiKey, log });
  const host = env.WHISPER_HOST;
  const { server, port } = await listen(app, { host, port: env.WHISPER_PORT });

  const stop = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await Promise.race([transcriber.close(), delay(DRAIN_MS)]);
    await answersSent(server, closed);
    await Promise.all([engines.interim.close(), engines.final.close()]);
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    ready: Promise.all([engines.interim.start(), engines.final.start()]).then(() => undefined),
    close: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** One worker per tier: a final never waits for an interim, and each has its model warm. */
function createEngines(
  { env, log }: WhisperServerOptions,
  modelDir: string,
  catalogue: ModelCatalogue,
  metrics: WhisperMetrics,
): Record<Priority, Engine> {
  const finalThreads = env.WHISPER_THREADS ?? Math.min(2, availableParallelism());
  const engine = (tier: Priority, threads: number) =>
    createWorkerEngine({
      modelDir,
      warmModels: catalogue.warm[tier],
      threads,
      onCrash: (message) => {
        metrics.workerCrashed();
        log.error({ tier, message }, 'speech worker stopped');
      },
    });
  return { interim: engine('interim', 1), final: engine('final', finalThreads) };
}

function defaultLanguages(env: WhisperEnv): readonly [string, ...string[]] {
  if (env.WHISPER_LANGUAGE !== 'auto') return [env.WHISPER_LANGUAGE];
  const [first = 'en', ...others] = env.WHISPER_LANGUAGES ?? LANGUAGES;
  return [first, ...others];
}

/** Waits until the last answers are on their way, then cuts what is still open. */
async function answersSent(server: Listening['server'], closed: Promise<void>): Promise<void> {
  if (!('closeIdleConnections' in server)) return;
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  await Promise.race([closed, delay(FLUSH_MS)]);
  clearInterval(sweep);
  server.closeAllConnections();
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
