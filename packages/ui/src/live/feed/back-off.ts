/** How long to wait between attempts. */
export interface BackOffOptions {
  /** Wait before the second attempt. Default 500 ms. */
  firstMs: number;
  /** Longest wait. Default 5 s: a call is going on. */
  maxMs: number;
}

const defaults = Object.freeze({ firstMs: 500, maxMs: 5_000 }) satisfies BackOffOptions;

/**
 * Wait before attempt `failures + 1`: doubles from `firstMs` to `maxMs`. `random` (0–1) takes up to
 * a quarter off, so that many browsers do not return at the same instant.
 */
export function backOffMs(
  failures: number,
  random: number,
  options: BackOffOptions = defaults,
): number {
  const full = Math.min(options.maxMs, options.firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (1 - random / 4));
}

/** Resolves after `ms`, or at once when the signal aborts or the browser comes back online. */
export function waitUnlessWoken(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      globalThis.removeEventListener?.('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    globalThis.addEventListener?.('online', done);
  });
}
