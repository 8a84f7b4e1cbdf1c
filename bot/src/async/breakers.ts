import {
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  type IPolicy,
  wrap,
} from 'cockatiel';

/** When a service that fails is left alone, and for how long. */
export interface BreakersOptions {
  /** Failures in a row after which the service is left alone. */
  failures: number;
  /** After that long one request tries again. */
  retryAfterMs: number;
  /** The same after one refusal that waiting does not mend soon (key, quota). */
  refusedRetryAfterMs: number;
  isFailure: (error: unknown) => boolean;
  isRefusal: (error: unknown) => boolean;
}

/** The two circuit breakers in front of a hosted service, and both as one policy. */
export interface Breakers {
  failing: CircuitBreakerPolicy;
  refusing: CircuitBreakerPolicy;
  guard: Pick<IPolicy, 'execute'>;
}

/** Creates the breakers of one service, closed. */
export function createBreakers(options: BreakersOptions): Breakers {
  const failing = circuitBreaker(handleWhen(options.isFailure), {
    halfOpenAfter: options.retryAfterMs,
    breaker: new ConsecutiveBreaker(options.failures),
  });
  const refusing = circuitBreaker(handleWhen(options.isRefusal), {
    halfOpenAfter: options.refusedRetryAfterMs,
    breaker: new ConsecutiveBreaker(1),
  });
  return { failing, refusing, guard: wrap(refusing, failing) };
}
