import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { untilSignal } from './until-signal.ts';

it('resolves with the first signal and goes on listening, so that the next does not kill', async () => {
  const process = new EventEmitter();
  const stopped = untilSignal(undefined, process);
  process.emit('SIGTERM');
  process.emit('SIGINT');
  expect(await stopped).toBe('SIGTERM');
  expect(process.listenerCount('SIGTERM')).toBe(1);
  expect(process.listenerCount('SIGINT')).toBe(1);
});

it('listens for others when they are named', async () => {
  const process = new EventEmitter();
  const stopped = untilSignal(['SIGHUP'], process);
  process.emit('SIGHUP');
  expect(await stopped).toBe('SIGHUP');
  expect(process.listenerCount('SIGTERM')).toBe(0);
});
