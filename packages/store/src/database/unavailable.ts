import { isDatabaseError } from './database-error.ts';
import { isErrorNamed } from './error-named.ts';

/** Postgres cannot be reached, or the connection to it was lost: try the same again later. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
  /** Why, such as `ECONNREFUSED`; undefined when the driver gives no code. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('The database cannot be reached.', { cause });
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  }
}

const unavailableCodes: ReadonlySet<string> = new Set([
  '25006', // read-only, as during a fail-over
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // cannot connect now
]);

/** Lost connections; disk, memory or connections used up; trouble of its system. */
const unavailableClasses: ReadonlySet<string> = new Set(['08', '53', '58']);

/**
 * Tells whether an error means that Postgres cannot be reached, or takes nothing now whatever it is
 * given: try the same again later. `mayPass` knows what else may be tried again.
 */
export function isUnavailable(error: unknown): boolean {
  if (isErrorNamed(error, 'UnavailableError')) return true;
  if (!isDatabaseError(error) || error.code === undefined) return false;
  return unavailableCodes.has(error.code) || unavailableClasses.has(error.code.slice(0, 2));
}
