import { type Logger, pino } from 'pino';

/** A structured log on standard output. Nothing that was said ever goes into it. */
export function createLog(level: string): Logger {
  return pino({ level, base: { service: 'whisper' } });
}
