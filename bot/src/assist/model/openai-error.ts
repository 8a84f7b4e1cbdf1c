import { type CutOff, readOpenAiFailure } from '../../openai-failure.ts';
import { SuggesterError } from './suggester-error.ts';

/** Says what a failure of the `openai` SDK means for us. */
export function fromOpenAiError(error: unknown, cutOff: CutOff): SuggesterError {
  if (error instanceof SuggesterError) return error;
  const failure = readOpenAiFailure(error, cutOff);
  switch (failure.kind) {
    case 'aborted':
      return SuggesterError.aborted();
    case 'timeout':
      return SuggesterError.timeout();
    case 'no-connection':
      return SuggesterError.unavailable({ cause: failure.cause });
    case 'status':
      return fromStatus(failure.status, failure.code);
    case 'broken-off':
      return fromCode(failure.code);
    case 'unreadable':
      return SuggesterError.malformedAnswer('The answer ends in the middle or is no stream.');
    default:
      return failure satisfies never;
  }
}

function fromStatus(status: number, code: string | undefined): SuggesterError {
  const options = { cause: new Error(`The model answered with status ${status}.`) };
  switch (status) {
    case 401:
    case 403:
      return SuggesterError.unauthorised(options);
    case 408:
    case 504:
      return SuggesterError.timeout(options);
    case 429:
      return code === 'insufficient_quota'
        ? SuggesterError.quotaExhausted(options)
        : SuggesterError.rateLimited(options);
    default:
      return SuggesterError.unavailable(options);
  }
}

/** Servers may fail after the first words, with a status of 200. */
function fromCode(code: string | undefined): SuggesterError {
  const options = { cause: new Error('The model failed in the middle of its answer.') };
  if (code === 'insufficient_quota') return SuggesterError.quotaExhausted(options);
  if (code === 'rate_limit_exceeded') return SuggesterError.rateLimited(options);
  return SuggesterError.unavailable(options);
}
