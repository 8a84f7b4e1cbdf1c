import { expect, it } from 'vitest';
import type { SupervisedProcess } from './supervised-process.ts';
import { waitUntilReady } from './wait-until-ready.ts';

function processIn(phase: SupervisedProcess['phase']): SupervisedProcess {
  return {
    ...{ name: 'Bot', logFile: '/logs/bot.log', phase, pid: 1, lastExit: 'code 1', restarts: 0 },
    start: () => undefined,
    stop: async () => undefined,
    kill: () => undefined,
  };
}
const options = { isReady: async () => false, timeoutMs: 30, pollMs: 1, toleratesRestarts: false };

it('ends as soon as the process is ready', async () => {
  let asked = 0;
  const isReady = async () => ++asked === 3;
  await waitUntilReady(processIn('running'), { ...options, timeoutMs: 10_000, isReady });
  expect(asked).toBe(3);
});

it('names the log when the process does not get ready in time', async () => {
  await expect(waitUntilReady(processIn('running'), options)).rejects.toThrow(
    /Bot was not ready .* See \/logs\/bot.log/,
  );
});

it('does not wait for a process that exited while starting', async () => {
  await expect(waitUntilReady(processIn('waiting'), options)).rejects.toMatchObject({
    reason: 'process-exited',
    message: 'Bot exited (code 1). See /logs/bot.log',
  });
});

it('waits through restarts when asked to', async () => {
  const waiting = waitUntilReady(processIn('waiting'), { ...options, toleratesRestarts: true });
  await expect(waiting).rejects.toMatchObject({ reason: 'not-ready' });
});

it('ends when the start is cancelled', async () => {
  const signal = AbortSignal.abort();
  await expect(waitUntilReady(processIn('running'), { ...options, signal })).rejects.toMatchObject({
    reason: 'cancelled',
  });
});
