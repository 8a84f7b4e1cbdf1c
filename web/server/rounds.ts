import 'server-only';
import { coalesced, errorFields } from '@agent/process';
import { isUnavailable } from '@agent/store';
import type { Services } from './services.ts';

/** Work that goes on in rounds until it is closed. */
export interface Rounds {
  /** Stops after the round that is running. Calling it twice is harmless. */
  close(): Promise<void>;
}

export interface RoundsOptions {
  everyMs: number;
  /** Asks for a round besides; gives how to end that. */
  subscribe?: ((ask: () => void) => () => void) | undefined;
}

/**
 * Goes a round at once, at a steady pace and whenever asked, one at a time. `createRound` gets the signal
 * that ends the work; rounds never throw.
 */
export function startRounds(
  createRound: (closing: AbortSignal) => () => Promise<void>,
  { everyMs, subscribe = () => () => undefined }: RoundsOptions,
): Rounds {
  const closing = new AbortController();
  const round = createRound(closing.signal);
  const goRound = coalesced(async () => {
    if (!closing.signal.aborted) await round();
  });
  const ask = () => void goRound();
  const timer = setInterval(ask, everyMs);
  const unsubscribe = subscribe(ask);
  ask();
  return {
    async close() {
      closing.abort();
      clearInterval(timer);
      unsubscribe();
      await goRound();
    },
  };
}

export interface RoundWords {
  /** Logged at the first failure in a row. */
  fails: string;
  /** Logged once it works again. */
  goesOn: string;
  /** Told of every failure. */
  onFailure?: (() => void) | undefined;
}

/** Makes a round of work: it never throws, and says once that it fails and once that it goes on. */
export function neverThrowing(
  { log }: Pick<Services, 'log'>,
  work: () => Promise<void>,
  { fails, goesOn, onFailure }: RoundWords,
): () => Promise<void> {
  let isFailing = false;
  return async () => {
    try {
      await work();
      if (isFailing) log.info(goesOn);
      isFailing = false;
    } catch (error) {
      onFailure?.();
      const level = isUnavailable(error) ? 'warn' : 'error';
      if (!isFailing) log[level](errorFields(error), fails);
      isFailing = true;
    }
  };
}
