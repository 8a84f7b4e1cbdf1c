import { setTimeout as wait } from 'node:timers/promises';
import { mayPass } from '../database/may-pass.ts';

const mostTries = 4;

/** When to give up, and how long to wait before the second try. */
export interface PatienceOptions {
  signal?: AbortSignal | undefined;
  /** Doubled each time. Default 1 s. */
  firstPauseMs?: number;
}

/**
 * Does again what has failed and may pass, as a statement that was given up on a machine with much else to do: a
 * past of hours is not to be lost by one of its seconds. Four times at most, with longer and longer pauses.
 */
export async function patiently<T>(
  work: () => Promise<T>,
  { signal, firstPauseMs = 1_000 }: PatienceOptions = {},
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === mostTries || !mayPass(error) || signal?.aborted) throw error;
      await wait(firstPauseMs * 2 ** (tries - 1));
    }
  }
}
