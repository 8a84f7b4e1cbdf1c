import { type CircuitBreakerPolicy, CircuitState, isBrokenCircuitError } from 'cockatiel';
import { createBreakers } from '../../async/breakers.ts';
import type { ModelHealth, Suggester, SuggestRequest, WatchedSuggester } from './suggester.ts';
import { SuggesterError } from './suggester-error.ts';

export interface SuggesterGuardOptions {
  /** Failures in a row after which the model is left alone. Default 3. */
  failures?: number;
  /** After that long one request tries again. Default 10 000. */
  retryAfterMs?: number;
  /** The same after a refusal that waiting does not mend soon (key, quota). Default 60 000. */
  refusedRetryAfterMs?: number;
}

const well: ModelHealth = Object.freeze({ status: 'ready', reason: null });

/**
 * Keeps requests from a model that fails, and tells how it does: `late` after an answer that did not
 * come in time, `off` after any other failure or while it is left alone, until an answer is good.
 */
export function guardSuggester(
  suggester: Suggester,
  options: SuggesterGuardOptions = {},
): WatchedSuggester {
  const { failures = 3, retryAfterMs = 10_000, refusedRetryAfterMs = 60_000 } = options;
  const { failing, refusing, guard } = createBreakers({
    ...{ failures, retryAfterMs, refusedRetryAfterMs },
    isFailure,
    isRefusal,
  });
  const watchers = new Set<(health: ModelHealth) => void>();
  let health = well;

  function become(next: ModelHealth) {
    if (next.status === health.status && next.reason === health.reason) return;
    health = next;
    for (const tell of watchers) tell(health);
  }

  function noteFailure({ reason }: SuggesterError) {
    if (reason === 'aborted') return;
    if (reason === 'unfit-answer') return become(well);
    const isLeftAlone = failing.state === CircuitState.Open;
    become({ status: reason === 'timeout' && !isLeftAlone ? 'late' : 'off', reason });
  }

  return {
    name: suggester.name,
    health: () => health,
    watch(onChange) {
      watchers.add(onChange);
      return () => void watchers.delete(onChange);
    },
    async suggest(request: SuggestRequest) {
      // The policy would let a second request wait for the one that tries again.
      if (isTrying(failing) || isTrying(refusing)) throw SuggesterError.unavailable();
      try {
        const answer = await guard.execute(() => suggester.suggest(request));
        become(well);
        return answer;
      } catch (error) {
        if (isBrokenCircuitError(error)) throw SuggesterError.unavailable();
        if (error instanceof SuggesterError) noteFailure(error);
        throw error;
      }
    },
  };
}

function isTrying({ state }: CircuitBreakerPolicy): boolean {
  return state === CircuitState.HalfOpen;
}

/**
 * A request that we gave up ourselves says nothing about the model, and what customers make it say must
 * not take it away from other calls.
 */
function isFailure(error: unknown): boolean {
  if (!(error instanceof SuggesterError) || isRefusal(error)) return false;
  return error.reason !== 'aborted' && error.reason !== 'unfit-answer';
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof SuggesterError &&
    (error.reason === 'unauthorised' || error.reason === 'quota-exhausted')
  );
}
