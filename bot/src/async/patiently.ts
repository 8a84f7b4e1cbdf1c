import { wait } from '@agent/process';

/** How something that may fail is tried. */
export interface PatientlyOptions {
  /** Told of each failure. */
  onFailure: (error: unknown) => void;
  /** Ends the trying: nobody wants it any more. */
  signal: AbortSignal;
  /** Longest wait between two tries, in milliseconds. */
  lastRetryMs: number;
}

const FIRST_RETRY_MS = 250;

/**
 * Does something as soon as that works: after a failure again, later and later. Undefined once it is no
 * longer wanted. Never rejects.
 */
export async function patiently<T>(
  work: () => Promise<T>,
  { onFailure, signal, lastRetryMs }: PatientlyOptions,
): Promise<T | undefined> {
  for (let waitMs = FIRST_RETRY_MS; !signal.aborted; waitMs = Math.min(2 * waitMs, lastRetryMs)) {
    try {
      return await work();
    } catch (error) {
      onFailure(error);
      await wait(waitMs, signal);
    }
  }
  return undefined;
}
