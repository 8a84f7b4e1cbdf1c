import { type CutOff, type OpenAiFailure, readOpenAiFailure } from '../openai-failure.ts';
import { TranscriberError } from './transcriber-error.ts';

/** Says what a failure of the `openai` SDK means for us. */
export function fromOpenAiError(error: unknown, cutOff: CutOff): TranscriberError {
  if (error instanceof TranscriberError) return error;
  const failure = readOpenAiFailure(error, cutOff);
  switch (failure.kind) {
    case 'aborted':
      return TranscriberError.aborted();
    case 'timeout':
      return TranscriberError.timeout();
    case 'no-connection':
      return TranscriberError.unavailable({ cause: failure.cause });
    case 'status':
      return fromStatus(failure);
    case 'broken-off':
      return TranscriberError.malformedAnswer();
    case 'unreadable':
      return TranscriberError.malformedAnswer({ cause: failure.cause });
    default:
      return failure satisfies never;
  }
}

type Refusal = Extract<OpenAiFailure, { kind: 'status' }>;

function fromStatus(refusal: Refusal): TranscriberError {
  const { status, retryAfterMs } = refusal;
  const cause = new Error(`The transcriber answered with status ${status}.`);
  const details = { cause, retryAfterMs };
  switch (status) {
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
      return fromTooMany(refusal, details);
    default:
      return TranscriberError.unavailable(details);
  }
}

function fromTooMany(
  { code }: Refusal,
  details: { cause: Error; retryAfterMs: number | undefined },
): TranscriberError {
  if (code === 'insufficient_quota') return TranscriberError.quotaExhausted(details);
  if (code === 'overloaded') return TranscriberError.overloaded(details);
  return TranscriberError.rateLimited(details);
}
