import { Worker } from 'node:worker_threads';
import type { Engine, EngineRequest, EngineResult } from './engine.ts';
import { EngineError } from './engine-error.ts';
import type { WorkerMessage, WorkerRequest, WorkerSettings } from './worker-messages.ts';

interface Pending {
  readonly resolve: (result: EngineResult) => void;
  readonly reject: (error: EngineError) => void;
}

type Phase = 'idle' | 'starting' | 'ready' | 'closed';

/** Options of an engine in a worker thread. */
export interface WorkerEngineOptions extends WorkerSettings {
  /** Called when a worker died; the engine starts another one. */
  readonly onCrash?: (message: string) => void;
  /** The worker's entry. Default: the onnxruntime worker beside this file. */
  readonly entry?: URL;
  /** Wait before a crashed worker is replaced. Default 500. */
  readonly restartDelayMs?: number;
}

/** An engine whose models live in a worker thread of their own, so that the server never blocks. */
export function createWorkerEngine(options: WorkerEngineOptions): Engine {
  const pending = new Map<number, Pending>();
  let phase: Phase = 'idle';
  let worker: Worker | undefined;
  let wasEverReady = false;
  let nextId = 1;

  const rejectAll = (error: EngineError) => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };

  const onCrash = (message: string) => {
    if (phase === 'closed') return;
    phase = 'starting';
    worker = undefined;
    rejectAll(new EngineError('crashed', `The speech worker stopped: ${message}`));
    if (!wasEverReady) return;
    options.onCrash?.(message);
    setTimeout(restart, options.restartDelayMs ?? 500).unref();
  };

  const restart = () => {
    if (phase === 'closed') return;
    launch().catch((error: EngineError) => options.onCrash?.(error.message));
  };

  const launch = () =>
    new Promise<void>((resolve, reject) => {
      phase = 'starting';
      const { modelDir, warmModels, threads } = options;
      const workerData: WorkerSettings = { modelDir, warmModels, threads };
      const entry = options.entry ?? new URL('./onnx-worker.ts', import.meta.url);
      const launched = new Worker(entry, { workerData });
      worker = launched;
      let crash: string | undefined;
      launched.on('error', (error) => {
        crash = error instanceof Error ? error.message : String(error);
      });
      launched.on('exit', (code) => {
        const message = crash ?? `exit code ${code}`;
        reject(new EngineError('not-loadable', message));
        onCrash(message);
      });
      launched.on('message', (message: WorkerMessage) => {
        if (message.type === 'ready') {
          wasEverReady = true;
          phase = phase === 'closed' ? phase : 'ready';
          resolve();
        } else if (message.type === 'not-loadable') {
          reject(new EngineError('not-loadable', message.message));
        } else {
          settle(pending, message);
        }
      });
    });

  return {
    start: launch,
    isReady: () => phase === 'ready',
    transcribe: (request, signal) => {
      if (phase === 'closed') return Promise.reject(EngineError.closed());
      if (worker === undefined || phase !== 'ready') {
        return Promise.reject(new EngineError('crashed', 'The speech worker is not running.'));
      }
      return ask(worker, pending, nextId++, request, signal);
    },
    close: async () => {
      phase = 'closed';
      rejectAll(EngineError.closed());
      await worker?.terminate();
      worker = undefined;
    },
  };
}

function ask(
  worker: Worker,
  pending: Map<number, Pending>,
  id: number,
  request: EngineRequest,
  signal: AbortSignal,
): Promise<EngineResult> {
  if (signal.aborted) return Promise.reject(EngineError.cancelled());
  const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
  const cancel = () => Atomics.store(cancelFlag, 0, 1);
  signal.addEventListener('abort', cancel, { once: true });
  const result = new Promise<EngineResult>((resolve, reject) => {
    pending.set(id, { resolve, reject });
  });
  worker.postMessage({ id, request, cancelFlag } satisfies WorkerRequest);
  return result.finally(() => signal.removeEventListener('abort', cancel));
}

function settle(
  pending: Map<number, Pending>,
  message: Extract<WorkerMessage, { id: number }>,
): void {
  const waiting = pending.get(message.id);
  pending.delete(message.id);
  if (message.type === 'done') waiting?.resolve(message.result);
  else waiting?.reject(new EngineError(message.reason, message.message));
}
