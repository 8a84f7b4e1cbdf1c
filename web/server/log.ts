import 'server-only';
import { type Logger, pino } from 'pino';

export type { Logger };

/** Writes JSON lines. Fixed sentences with fields; never a word of a customer. */
export function createLog(level: string): Logger {
  return pino({ level, base: { service: 'web' }, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * What may be logged of an error. Messages of Postgres can quote values that people typed, so of
 * those only the code is kept.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const isFromPostgres = 'severity' in error;
  if (isFromPostgres) return { error: error.name, code };
  return { error: error.name, code, message: error.message, stack: error.stack };
}

/**
 * What may be logged of an error from elsewhere, whose message may quote what was asked for: its
 * kind and where it arose.
 */
export function errorPlace(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, code, stack: frames.join('\n') };
}
