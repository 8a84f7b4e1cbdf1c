import { wait } from '@agent/process';

export interface OpenPatientlyOptions<T> {
  open: () => Promise<T>;
  onFailure: (error: unknown) => void;
  signal: AbortSignal;
}

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 8_000;

/** Opens something as soon as that works; undefined once it is no longer wanted. Never rejects. */
export async function openPatiently<T>(options: OpenPatientlyOptions<T>): Promise<T | undefined> {
  const { open, onFailure, signal } = options;
  for (let waitMs = FIRST_RETRY_MS; !signal.aborted; waitMs = Math.min(2 * waitMs, LAST_RETRY_MS)) {
    try {
      return await open();
    } catch (error) {
      onFailure(error);
      await wait(waitMs, signal);
    }
  }
  return undefined;
}
