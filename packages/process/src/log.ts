import { type DestinationStream, type Logger, pino } from 'pino';
import { errorFields } from './error-fields.ts';

/** A log, by the name of what writes it. */
export interface LogOptions {
  /** Which process writes: `bot`, `web`, `whisper`, `demo`. */
  part: string;
  /** Least severe line that is written; `silent` for none. */
  level: string;
  /** Default: standard output. */
  destination?: DestinationStream;
}

/**
 * Creates the log of a process, in JSON lines: a fixed sentence with fields, a call's id among them,
 * and never a word that was said. Errors go into `err`, of which only what may be logged is kept.
 */
export function createLog({ part, level, destination }: LogOptions): Logger {
  return pino(
    {
      level,
      base: { part },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorFields },
    },
    destination,
  );
}

export type { Logger };
