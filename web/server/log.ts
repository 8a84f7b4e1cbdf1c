import 'server-only';
import { type Logger, pino } from 'pino';

export { errorFields, errorPlace } from '@agent/store';
export type { Logger };

/** Writes JSON lines. Fixed sentences with fields; never a word of a customer. */
export function createLog(level: string): Logger {
  return pino({ level, base: { service: 'web' }, timestamp: pino.stdTimeFunctions.isoTime });
}
