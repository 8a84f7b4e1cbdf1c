import type { ServiceName } from '../stack.types.ts';
import type { StackConfig } from '../stack-config.ts';
import type { ProcessSpec } from '../supervised-process.ts';

/** What a service may use while it prepares. */
export interface PrepareContext {
  config: StackConfig;
  /** Shows what is going on in the step that runs. */
  report: (line: string) => void;
  signal: AbortSignal;
}

/** One part of the stack: what is done before, which process it is, and when it is ready. */
export interface Service {
  name: ServiceName;
  /** Shown while it starts. */
  title: string;
  /** Builds or initialises; quick when that was done before. */
  prepare?: (context: PrepareContext) => Promise<void>;
  /** Called after `prepare`. */
  process: (config: StackConfig) => Omit<ProcessSpec, 'name' | 'logFile'>;
  isReady: (config: StackConfig) => Promise<boolean>;
  /** Longest time from start to ready. */
  readyTimeoutMs: number;
  /** Called once, when it is ready for the first time. */
  afterFirstStart?: (context: PrepareContext) => Promise<void>;
}
