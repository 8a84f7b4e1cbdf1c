import { EventEmitter } from 'node:events';
import { createLog } from '@agent/process/log';
import { expect, test } from 'vitest';
import { catchFaults } from './catch-faults.ts';

test('goes on after a rejection that nobody handles, and stops after an exception', () => {
  const process = new EventEmitter();
  const told: string[] = [];
  const logged: string[] = [];
  catchFaults(process, {
    logger: createLog({
      part: 'bot',
      level: 'info',
      destination: { write: (line) => logged.push(line) },
    }),
    onRejection: () => told.push('rejection'),
    onException: () => told.push('exception'),
  });
  process.emit('unhandledRejection', new Error('a'), Promise.resolve());
  expect(told).toEqual(['rejection']);
  process.emit('uncaughtException', new Error('b'));
  expect(told).toEqual(['rejection', 'exception']);
  expect(logged).toHaveLength(2);
});
