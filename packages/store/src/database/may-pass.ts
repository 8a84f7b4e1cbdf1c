import { isDatabaseError } from './database-error.ts';
import { isErrorNamed } from './error-named.ts';

/** Refusals of ours, and what our schemas throw: the same again is refused again. */
const refusalNames = ['StoreError', 'ZodError', '$ZodError', 'ValiError'];

/**
 * Classes of what Postgres refuses for the data's sake: data exceptions, broken constraints, what a
 * trigger raises, what is too large.
 */
const dataClasses: ReadonlySet<string> = new Set(['22', '23', 'P0', '54']);

/**
 * Tells whether what failed may succeed when the same is tried again. All may that is not known to
 * be refused for good: Postgres being away or read-only, a full disk, a deadlock, a lock not to be
 * had, a statement that took too long, a table that a migration has yet to make, and faults that
 * nobody has thought of.
 */
export function mayPass(error: unknown): boolean {
  if (refusalNames.some((name) => isErrorNamed(error, name))) return false;
  return !(isDatabaseError(error) && error.code && dataClasses.has(error.code.slice(0, 2)));
}
