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
  '53300', // too many connections
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // cannot connect now
]);

/** Tells whether an error means that Postgres cannot be reached: try the same again later. */
export function isUnavailable(error: unknown): boolean {
  if (isErrorNamed(error, 'UnavailableError')) return true;
  if (!isDatabaseError(error) || error.code === undefined) return false;
  return unavailableCodes.has(error.code) || error.code.startsWith('08');
}
