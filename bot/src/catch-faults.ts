import type { EventEmitter } from 'node:events';
import type { Logger } from '@agent/process/log';

export interface CatchFaultsOptions {
  logger: Logger;
  /** Told of each rejection that nobody handles. */
  onRejection: () => void;
  /** Told of an exception that nobody catches. */
  onException: () => void;
}

/**
 * The last resort, so that a fault in one call does not end all of them. A promise that nobody waits
 * for has failed alone: the bot goes on. After an exception in a callback nothing is sure any more:
 * the bot gives its calls back and ends.
 */
export function catchFaults(process: EventEmitter, options: CatchFaultsOptions): void {
  const { logger, onRejection, onException } = options;
  process.on('unhandledRejection', (err) => {
    logger.error({ err }, 'Something failed that nobody handles.');
    onRejection();
  });
  process.on('uncaughtException', (err) => {
    logger.fatal({ err }, 'Something failed that nobody catches.');
    onException();
  });
}
