import { healthRoutes } from '@agent/process/health';
import type { Logger } from '@agent/process/log';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ModelCatalogue } from '../model/model-catalogue.ts';
import { ApiError } from './api-error.ts';
import { requireApiKey } from './api-key.ts';
import type { WhisperMetrics } from './metrics.ts';
import { toApiError } from './to-api-error.ts';
import type { Transcriber } from './transcriber.ts';
import { readTranscriptionRequest } from './transcription-request.ts';
import { verboseTranscription } from './transcription-response.ts';

/** What the HTTP application is made of. */
export interface AppOptions {
  readonly transcriber: Transcriber;
  readonly catalogue: ModelCatalogue;
  readonly metrics: WhisperMetrics;
  readonly isReady: () => boolean;
  readonly apiKey: string | undefined;
  readonly log: Logger;
}

/** The hosted API takes 25 MB, so nobody expects more of us. */
const MAX_BODY_BYTES = 25 * 1024 * 1024;

/** Builds the application; it listens nowhere by itself. */
export function createApp(options: AppOptions): Hono {
  const { metrics, catalogue, isReady } = options;
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    metrics.answered(c.res.status);
  });
  app.onError((error, c) => {
    const answer = toApiError(error);
    const fields = { status: answer.status, code: answer.code, path: c.req.path };
    if (answer.status === 500) options.log.error({ ...fields, err: error }, 'request failed');
    else options.log.debug(fields, 'request refused');
    return c.json(answer.toBody(), answer.status, answer.headers);
  });
  app.notFound((c) => {
    const message = `Unknown address: ${c.req.method} ${c.req.path}.`;
    return c.json(new ApiError({ status: 404, code: 'unknown_url', message }).toBody(), 404);
  });

  const missing = async () => (isReady() ? [] : ['models']);
  app.route('/', healthRoutes({ registry: metrics.registry, missing }));

  app.use('/v1/*', requireApiKey(options.apiKey));
  app.get('/v1/models', (c) => c.json({ object: 'list', data: catalogue.names.map(modelCard) }));
  app.get('/v1/models/:model', (c) => {
    const name = c.req.param('model');
    if (catalogue.resolve(name) !== undefined) return c.json(modelCard(name));
    const message = `The model '${name}' does not exist.`;
    throw new ApiError({ status: 404, code: 'model_not_found', message, param: 'model' });
  });
  addTranscriptions(app, options);
  return app;
}

function addTranscriptions(app: Hono, { transcriber, isReady }: AppOptions): void {
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: () => {
      const message = `The body is larger than ${MAX_BODY_BYTES} bytes.`;
      throw new ApiError({ status: 413, code: 'body_too_large', message, param: 'file' });
    },
  });
  app.post('/v1/audio/transcriptions', limit, async (c) => {
    if (!isReady()) throw starting();
    const signal = c.req.raw.signal;
    const request = await readTranscriptionRequest(c.req.raw);
    const { result, audioSeconds } = await transcriber.transcribe(request, signal);
    switch (request.responseFormat) {
      case 'text':
        return c.text(`${result.text}\n`);
      case 'json':
        return c.json({ text: result.text });
      case 'verbose_json':
        return c.json(verboseTranscription(result, audioSeconds));
      default:
        return request.responseFormat satisfies never;
    }
  });
}

function starting(): ApiError {
  const message = 'The models are being loaded.';
  const headers = { 'retry-after': '1' };
  return new ApiError({ status: 503, code: 'starting', message, headers });
}

function modelCard(id: string): { id: string; object: 'model'; created: 0; owned_by: 'local' } {
  return { id, object: 'model', created: 0, owned_by: 'local' };
}
