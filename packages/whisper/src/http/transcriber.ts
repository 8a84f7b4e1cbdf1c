import { readSpeech, SPEECH_RATE } from '../audio/read-speech.ts';
import { paddingMsFor } from '../decode/padding.ts';
import type { Engine, EngineResult } from '../engine/engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import { LANGUAGES } from '../model/languages.ts';
import type { ModelCatalogue } from '../model/model-catalogue.ts';
import { createJobQueue, type JobQueue } from '../queue/job-queue.ts';
import type { Priority } from '../queue/ticket.ts';
import { createTrackTexts } from '../queue/track-texts.ts';
import { ApiError } from './api-error.ts';
import type { WhisperMetrics } from './metrics.ts';
import type { TranscriptionRequest } from './transcription-request.ts';

/** What a transcriber is made of. */
export interface TranscriberOptions {
  /** One engine per tier, so that a final never waits for an interim. */
  readonly engines: Readonly<Record<Priority, Engine>>;
  readonly catalogue: ModelCatalogue;
  readonly metrics: WhisperMetrics;
  readonly maxAudioSeconds: number;
  /** Languages of a request that names none: one, or the choice for detection. */
  readonly languages: readonly [string, ...string[]];
  readonly nowMs: () => number;
}

/** Answers checked requests: reads the audio, waits its turn, decodes. */
export interface Transcriber {
  transcribe(request: TranscriptionRequest, signal: AbortSignal): Promise<TranscribedSpeech>;
  /** Lets accepted work finish. */
  close(): Promise<void>;
}

/** A result together with the length of its audio. */
export interface TranscribedSpeech {
  readonly result: EngineResult;
  readonly audioSeconds: number;
}

/** Joins queue, track memory and engines. */
export function createTranscriber(options: TranscriberOptions): Transcriber {
  const { engines, metrics, nowMs } = options;
  const texts = createTrackTexts({ nowMs });
  const queue: JobQueue = createJobQueue({
    nowMs,
    onStarted: metrics.started,
    onDropped: ({ priority }, { reason }) => metrics.dropped(priority, reason),
  });
  metrics.watchQueue(queue);

  return {
    transcribe: async (request, signal) => {
      const { priority, speaker, track } = request;
      const model = modelFor(options, request);
      const languages = languagesFor(options, model, request.language);
      const bytes = new Uint8Array(await request.file.arrayBuffer());
      const samples = readSpeech(bytes, options.maxAudioSeconds);
      const audioMs = (samples.length / SPEECH_RATE) * 1000;
      const ticket = { priority, speaker, track, bytes: samples.byteLength, signal };
      const result = await queue.submit(ticket, async () => {
        const draft = texts.recall(track, audioMs);
        const paddingMs = paddingMsFor(priority, audioMs);
        const { prompt } = request;
        const speech = { model, samples, paddingMs, languages, prompt, draft };
        const decoded = await engines[priority].transcribe(speech, signal).catch((error) => {
          metrics.dropped(priority, error instanceof EngineError ? error.reason : 'failed');
          throw error;
        });
        texts.remember(track, audioMs, decoded.text);
        metrics.decoded(model, priority, decoded, audioMs);
        return decoded;
      });
      return { result, audioSeconds: audioMs / 1000 };
    },
    close: () => queue.close(),
  };
}

function modelFor({ catalogue }: TranscriberOptions, { model }: TranscriptionRequest): string {
  const found = catalogue.resolve(model);
  if (found !== undefined) return found;
  throw new ApiError({
    status: 404,
    code: 'model_not_found',
    message: `The model '${model}' does not exist. Here are: ${catalogue.names.join(', ')}.`,
    param: 'model',
  });
}

function languagesFor(
  { catalogue, languages }: TranscriberOptions,
  model: string,
  asked: string | undefined,
): readonly [string, ...string[]] {
  if (!catalogue.isEnglishOnly(model)) return asked === undefined ? languages : [asked];
  if (asked === undefined || asked === LANGUAGES[0]) return ['en'];
  throw ApiError.invalid(
    'language',
    'language_not_supported',
    `The model '${model}' knows English only; use a multilingual one for '${asked}'.`,
  );
}
