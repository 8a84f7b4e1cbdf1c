import { setTimeout as sleep } from 'node:timers/promises';
import { StackError } from './stack-error.ts';
import type { SupervisedProcess } from './supervised-process.ts';

/** When and how to look whether a process is ready. */
export interface ReadinessOptions {
  isReady: () => Promise<boolean>;
  /** Give up after this time. */
  timeoutMs: number;
  /** Whether a process that exits may be started again meanwhile; one that cannot start at all is not worth it. */
  toleratesRestarts: boolean;
  /** Default 100. */
  pollMs?: number;
  signal?: AbortSignal;
}

/** Resolves when the process runs and says it is ready. */
export async function waitUntilReady(
  process: SupervisedProcess,
  options: ReadinessOptions,
): Promise<void> {
  const deadline = performance.now() + options.timeoutMs;
  while (!(process.phase === 'running' && (await options.isReady()))) {
    if (options.signal?.aborted) throw StackError.cancelled();
    if (
      process.phase === 'stopped' ||
      (process.phase === 'waiting' && !options.toleratesRestarts)
    ) {
      throw StackError.processExited(process.name, process.lastExit ?? 'stopped', process.logFile);
    }
    if (performance.now() > deadline) {
      throw StackError.notReady(process.name, options.timeoutMs, process.logFile);
    }
    await sleep(options.pollMs ?? 100);
  }
}

/** Whether a URL answers with a 2xx status. */
export async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
