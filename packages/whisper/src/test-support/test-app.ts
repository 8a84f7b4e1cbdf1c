import { createLog } from '@agent/process/log';
import type { Hono } from 'hono';
import type { EngineRequest, EngineResult } from '../engine/engine.ts';
import { createScriptedEngine } from '../engine/scripted-engine.ts';
import { createApp } from '../http/app.ts';
import { createMetrics } from '../http/metrics.ts';
import { createTranscriber } from '../http/transcriber.ts';
import { createModelCatalogue } from '../model/model-catalogue.ts';
import { wavFile } from './wav-file.ts';

/** One second of a tone. */
export const TONE = Float32Array.from({ length: 16_000 }, (_, i) => 0.3 * Math.sin(i / 6));

type Answer = (request: EngineRequest) => Partial<EngineResult> | Promise<Partial<EngineResult>>;

interface TestAppOptions {
  answer?: Answer;
  apiKey?: string;
  /** Languages of requests that name none. Default: English. */
  languages?: readonly [string, ...string[]];
}

/** The whole application over scripted engines. */
export async function testApp(given: Answer | TestAppOptions = {}) {
  const {
    answer,
    apiKey,
    languages = ['en'],
  } = typeof given === 'function' ? { answer: given } : given;
  const interim = createScriptedEngine(answer);
  const final = createScriptedEngine(answer);
  await Promise.all([interim.start(), final.start()]);
  const catalogue = createModelCatalogue(['base', 'tiny.en']);
  const metrics = createMetrics();
  const transcriber = createTranscriber({
    engines: { interim, final },
    catalogue,
    metrics,
    maxAudioSeconds: 30,
    languages,
    nowMs: () => performance.now(),
  });
  const isReady = () => interim.isReady() && final.isReady();
  const log = createLog({ part: 'whisper', level: 'silent' });
  const app = createApp({ transcriber, catalogue, metrics, isReady, apiKey, log });
  return { app, interim, final };
}

/** Fields of a transcription form. */
export type FormFields = Readonly<Record<string, string | Uint8Array<ArrayBuffer> | undefined>>;

/** Posts a form; undefined leaves a field out, bytes become a file. */
export async function post(
  app: Hono,
  fields: FormFields = {},
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  const form = new FormData();
  const all = { file: new Uint8Array(wavFile(TONE)), model: 'base', ...fields };
  for (const [name, value] of Object.entries(all)) {
    if (typeof value === 'string') form.set(name, value);
    else if (value !== undefined) form.set(name, new Blob([value]), 'speech.wav');
  }
  return app.request('/v1/audio/transcriptions', {
    method: 'POST',
    body: form,
    headers,
    ...(signal && { signal }),
  });
}
