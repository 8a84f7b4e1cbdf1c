import { type CircuitBreakerPolicy, CircuitState, isBrokenCircuitError } from 'cockatiel';
import { createBreakers } from '../async/breakers.ts';
import type { TranscribeRequest, Transcriber, WatchedTranscriber } from './transcriber.ts';
import { TranscriberError } from './transcriber-error.ts';

export interface GuardOptions {
  /** Failures in a row after which the transcriber counts as gone. Default 3. */
  failures?: number;
  /** After that long one request tries again. Default 1 000. */
  retryAfterMs?: number;
  /** The same after a refusal that waiting does not mend soon (key, quota). Default 10 000. */
  refusedRetryAfterMs?: number;
}

/** Keeps requests from a transcriber that is gone, and tells whether it is. */
export function guardTranscriber(
  transcriber: Transcriber,
  options: GuardOptions = {},
): WatchedTranscriber {
  const { failures = 3, retryAfterMs = 1_000, refusedRetryAfterMs = 10_000 } = options;
  const { failing, refusing, guard } = createBreakers({
    ...{ failures, retryAfterMs, refusedRetryAfterMs },
    isFailure: isOutage,
    isRefusal,
  });

  return {
    isReachable: () => isClosed(failing) && isClosed(refusing),
    async transcribe(request: TranscribeRequest) {
      try {
        return await guard.execute(() => transcriber.transcribe(request));
      } catch (error) {
        if (isBrokenCircuitError(error)) throw TranscriberError.unavailable();
        throw error;
      }
    },
  };
}

function isClosed(breaker: CircuitBreakerPolicy): boolean {
  return breaker.state === CircuitState.Closed;
}

/** A refused or late interim is a sign of load, not of absence. */
function isOutage(error: unknown): boolean {
  return error instanceof TranscriberError && error.reason === 'unavailable';
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof TranscriberError &&
    (error.reason === 'unauthorised' || error.reason === 'quota-exhausted')
  );
}
