import type { EngineRequest, EngineResult } from './engine.ts';
import type { EngineErrorReason } from './engine-error.ts';

/** What a worker needs to know when it starts. */
export interface WorkerSettings {
  readonly modelDir: string;
  /** Models to load and warm at once; the others are loaded at their first request. */
  readonly warmModels: readonly string[];
  readonly threads: number;
}

/** A request to the worker. Its flag is shared memory: 1 means that nobody waits any more. */
export interface WorkerRequest {
  readonly id: number;
  readonly request: EngineRequest;
  readonly cancelFlag: Int32Array<SharedArrayBuffer>;
}

/** What a worker answers. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'not-loadable'; readonly message: string }
  | { readonly type: 'done'; readonly id: number; readonly result: EngineResult }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly reason: EngineErrorReason;
      readonly message: string;
    };
