import type { DatabaseError } from 'pg';

/**
 * Tells whether Postgres itself has refused a statement. Asked by what such an error carries: a
 * second copy of the driver would have a class of its own.
 */
export function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'severity' in error && 'code' in error;
}
