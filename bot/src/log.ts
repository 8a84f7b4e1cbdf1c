import { errorFields } from '@agent/store';
import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * Creates the bot's log: a fixed sentence with fields, the call's id among them, and never a word
 * that was said. Errors go into `err`, of which only what may be logged is kept.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { part: 'bot' },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorFields },
    },
    destination,
  );
}

export type { Logger };
