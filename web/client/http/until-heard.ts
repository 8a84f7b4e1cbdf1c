import { RequestError } from './request-error.ts';

/** Between two attempts to be heard. */
const EVERY_MS = 2_000;

export interface UntilHeardOptions {
  /** Told once, when the first attempt was not heard. */
  onWaiting: () => void;
  /** Ends the attempts. */
  signal: AbortSignal;
  everyMs?: number;
}

/** Asks the server again and again until it answers; throws what it refuses. */
export async function untilHeard(
  ask: () => Promise<void>,
  { onWaiting, signal, everyMs = EVERY_MS }: UntilHeardOptions,
): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RequestError && error.retryable)) throw error;
    }
    if (attempt === 1) onWaiting();
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
