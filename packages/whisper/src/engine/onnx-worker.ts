import { parentPort, workerData } from 'node:worker_threads';
import { DecodeCancelled } from '../decode/greedy-decode.ts';
import { transcribeSpeech } from '../decode/transcribe-speech.ts';
import { readModelFiles } from '../model/model-files.ts';
import { loadSpeechModel, type SpeechModel } from '../model/speech-model.ts';
import type { WorkerMessage, WorkerRequest, WorkerSettings } from './worker-messages.ts';

/** Entry of the worker thread that holds the models: onnxruntime blocks the thread it runs on. */
const settings: WorkerSettings = workerData;
const models = new Map<string, Promise<SpeechModel>>();
/** Two passes of a second of silence bring every code path and buffer of a pass into being. */
const WARM_PASSES = 2;
const WARM_SAMPLES = 16_000;
const WARM_PADDING_MS = 10_000;

try {
  for (const name of settings.warmModels) await warm(await modelOf(name));
  send({ type: 'ready' });
  serve();
} catch (error) {
  send({ type: 'not-loadable', message: messageOf(error) });
}

function serve(): void {
  let last = Promise.resolve();
  parentPort?.on('message', (message: WorkerRequest) => {
    last = last.then(() => answer(message));
  });
}

async function answer({ id, request, cancelFlag }: WorkerRequest): Promise<void> {
  const isCancelled = () => Atomics.load(cancelFlag, 0) === 1;
  try {
    const model = await modelOf(request.model);
    const startedMs = performance.now();
    const result = await transcribeSpeech(model, request, isCancelled);
    send({ type: 'done', id, result: { ...result, decodeMs: performance.now() - startedMs } });
  } catch (error) {
    const reason = error instanceof DecodeCancelled ? 'cancelled' : 'failed';
    send({ type: 'failed', id, reason, message: messageOf(error) });
  }
}

function modelOf(name: string): Promise<SpeechModel> {
  let model = models.get(name);
  if (model === undefined) {
    model = loadSpeechModel(readModelFiles(settings.modelDir, name), settings.threads);
    models.set(name, model);
  }
  return model;
}

async function warm(model: SpeechModel): Promise<void> {
  const samples = new Float32Array(WARM_SAMPLES);
  for (let pass = 0; pass < WARM_PASSES; pass += 1) {
    const request = { samples, paddingMs: WARM_PADDING_MS, languages: ['en'] as const };
    await transcribeSpeech(model, request, () => false);
  }
}

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
