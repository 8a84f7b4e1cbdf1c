import pino, { type Logger } from 'pino';

/**
 * Creates the bot's log: a fixed sentence with fields, the call's id among them, and never a word
 * that was said.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: { part: 'bot' }, timestamp: pino.stdTimeFunctions.isoTime });
}

export type { Logger };
