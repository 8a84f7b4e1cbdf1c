import type { EventEmitter } from 'node:events';

/** What asks a process to end, by hand or from above. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const satisfies readonly NodeJS.Signals[];

/**
 * Resolves with the first signal that asks this process to end. Those after it are ignored: they would
 * cut short what the first has begun.
 */
export function untilSignal(
  signals: readonly NodeJS.Signals[] = STOP_SIGNALS,
  source: Pick<EventEmitter, 'on'> = process,
): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of signals) source.on(signal, () => resolve(signal));
  });
}
