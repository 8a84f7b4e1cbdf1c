import type { Transaction } from './connect.ts';
import { isDatabaseError } from './database-error.ts';

/** Tells whether Postgres gave a statement up as it took too long, or waited too long for a lock. */
export function hasTimedOut(error: unknown): boolean {
  return isDatabaseError(error) && error.code === '57014';
}

/**
 * What a statement says; undefined when it takes longer than `mostMs`. The transaction goes on all the
 * same; its statements may take `thenMs`.
 */
export async function withinTime<Rows>(
  tx: Transaction,
  { mostMs, thenMs }: { mostMs: number; thenMs: number },
  run: () => PromiseLike<Rows>,
): Promise<Rows | undefined> {
  const allow = (ms: number) => tx`select set_config('statement_timeout', ${String(ms)}, true)`;
  await tx`savepoint within_time`;
  try {
    await allow(mostMs);
    return await run();
  } catch (error) {
    if (!hasTimedOut(error)) throw error;
    await tx`rollback to savepoint within_time`;
    return undefined;
  } finally {
    await allow(thenMs).then(undefined, () => undefined);
  }
}
