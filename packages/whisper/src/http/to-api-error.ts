import { AudioError, type AudioErrorReason } from '../audio/audio-error.ts';
import { EngineError } from '../engine/engine-error.ts';
import { QueueRefusal } from '../queue/queue-refusal.ts';
import { ApiError } from './api-error.ts';

/** The client hung up; nobody reads this status, but the access log does. */
const CLIENT_CLOSED_REQUEST = 499;
/** Tells the openai SDK not to send the same audio again by itself. */
const NO_RETRY = { 'x-should-retry': 'false' } as const;

/** Turns whatever stopped a request into the answer for the client. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof AudioError) return fromAudioError(error);
  if (error instanceof QueueRefusal) return fromRefusal(error);
  if (error instanceof EngineError) return fromEngineError(error);
  return new ApiError({
    status: 500,
    code: 'internal_error',
    message: 'The server failed on this request.',
  });
}

function fromAudioError(error: AudioError): ApiError {
  return new ApiError({
    status: audioStatus(error.reason),
    code: `audio_${error.reason.replaceAll('-', '_')}`,
    message: error.message,
    param: 'file',
  });
}

function audioStatus(reason: AudioErrorReason): 400 | 415 {
  switch (reason) {
    case 'other-format':
    case 'unsupported-codec':
      return 415;
    case 'not-wav':
    case 'broken-header':
    case 'unsupported-layout':
    case 'truncated':
    case 'not-a-number':
    case 'too-short':
    case 'too-long':
      return 400;
    default:
      return reason satisfies never;
  }
}

function fromRefusal({ reason, message, retryAfterMs }: QueueRefusal): ApiError {
  switch (reason) {
    case 'superseded':
      return new ApiError({ status: 409, code: 'superseded', message, headers: NO_RETRY });
    case 'overloaded': {
      const headers = { ...NO_RETRY, ...retryAfter(retryAfterMs) };
      return new ApiError({ status: 429, code: 'overloaded', message, headers });
    }
    case 'full':
    case 'closed':
      return new ApiError({
        status: 503,
        code: reason === 'full' ? 'queue_full' : 'stopping',
        message,
        headers: retryAfter(retryAfterMs),
      });
    case 'cancelled':
      return hungUp(message);
    default:
      return reason satisfies never;
  }
}

function fromEngineError({ reason, message }: EngineError): ApiError {
  if (reason === 'cancelled') return hungUp(message);
  if (reason === 'failed') return new ApiError({ status: 500, code: 'engine_failed', message });
  const headers = retryAfter(1000);
  return new ApiError({ status: 503, code: 'engine_unavailable', message, headers });
}

function hungUp(message: string): ApiError {
  return new ApiError({ status: CLIENT_CLOSED_REQUEST as 408, code: 'client_closed', message });
}

/** The standard header knows whole seconds only; SDKs read the finer one first. */
function retryAfter(ms = 1000): Record<string, string> {
  return { 'retry-after': String(Math.ceil(ms / 1000)), 'retry-after-ms': String(Math.ceil(ms)) };
}
