import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { TranscriberError } from './transcriber-error.ts';

/** Who gave up on a request that was cut off. */
export interface CutOff {
  aborted: boolean;
  timedOut: boolean;
}

/** Says what a failure of the `openai` SDK means for us. */
export function fromOpenAiError(error: unknown, cutOff: CutOff): TranscriberError {
  if (error instanceof TranscriberError) return error;
  if (cutOff.aborted) return TranscriberError.aborted();
  if (cutOff.timedOut) return TranscriberError.timeout();
  if (error instanceof APIUserAbortError) return TranscriberError.aborted();
  if (error instanceof APIConnectionTimeoutError) return TranscriberError.timeout();
  if (error instanceof APIConnectionError) return TranscriberError.unavailable({ cause: error });
  if (error instanceof APIError && error.status !== undefined) return fromStatus(error);
  return TranscriberError.malformedAnswer({ cause: error });
}

function fromStatus(error: APIError): TranscriberError {
  const cause = new Error(`The transcriber answered with status ${error.status}.`);
  const details = { cause, retryAfterMs: retryAfterMs(error.headers) };
  switch (error.status) {
    case 401:
    case 403:
      return TranscriberError.unauthorised(details);
    case 408:
    case 504:
      return TranscriberError.timeout(details);
    case 409:
      return TranscriberError.superseded(details);
    case 400:
    case 413:
    case 415:
    case 422:
      return TranscriberError.invalidAudio(details);
    case 429:
      return fromTooMany(error, details);
    default:
      return TranscriberError.unavailable(details);
  }
}

function fromTooMany(error: APIError, details: { cause: Error; retryAfterMs: number | undefined }) {
  if (error.code === 'insufficient_quota') return TranscriberError.quotaExhausted(details);
  if (error.code === 'overloaded') return TranscriberError.overloaded(details);
  return TranscriberError.rateLimited(details);
}

/** The finer of the two headers first; the standard one knows whole seconds only. */
function retryAfterMs(headers: Headers | undefined): number | undefined {
  const precise = headers?.get('retry-after-ms');
  const standard = headers?.get('retry-after');
  const ms = precise ? Number(precise) : Number(standard ?? Number.NaN) * 1000;
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
