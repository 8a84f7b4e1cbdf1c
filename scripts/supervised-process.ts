import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, openSync } from 'node:fs';
import type { Environment } from './env.ts';
import { describeExit, signalGroup, signalIfThere } from './process-group.ts';

/** A long-running process to keep up. */
export interface ProcessSpec {
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  env: Environment;
  /** Output is appended here. */
  logFile: string;
  /** Asks the process to end. Default SIGTERM. */
  stopSignal?: NodeJS.Signals;
  uid?: number;
  gid?: number;
}

/** Options of a supervised process. */
export interface SuperviseOptions {
  /** How long a process may take to end before it is killed. Default 10 000. */
  killAfterMs: number;
  /** First delay before a restart; doubles up to `maxRestartDelayMs`. Default 500. */
  minRestartDelayMs: number;
  /** Default 10 000. */
  maxRestartDelayMs: number;
  /** A process that ran this long has proved itself: the next restart is quick again. Default 30 000. */
  provenAfterMs: number;
  /** Called whenever the pid or the phase changes. */
  onChange: (process: SupervisedProcess) => void;
  /** Gets every chunk of output. */
  onOutput: (text: string) => void;
}

const defaults = {
  killAfterMs: 10_000,
  minRestartDelayMs: 500,
  maxRestartDelayMs: 10_000,
  provenAfterMs: 30_000,
  onChange: () => undefined,
  onOutput: () => undefined,
} as const satisfies SuperviseOptions;

/** `waiting` = exited unexpectedly, will be started again. */
export type ProcessPhase = 'stopped' | 'running' | 'waiting';

/** One process in a group of its own, started again when it exits without having been asked to. */
export interface SupervisedProcess {
  readonly name: string;
  readonly logFile: string;
  readonly phase: ProcessPhase;
  readonly pid: number | undefined;
  /** How the last process ended, in words. */
  readonly lastExit: string | undefined;
  /** How often it was started again by itself. */
  readonly restarts: number;
  start(): void;
  /** Ends the process and keeps it down until `start`; harmless when it is down. */
  stop(): Promise<void>;
  /** Sends a signal, as a fault would; supervision goes on. */
  kill(signal: NodeJS.Signals): void;
}

/** Delay before the given restart in a row, the first being 0. */
export function restartDelayMs(
  attempt: number,
  options: Pick<SuperviseOptions, 'minRestartDelayMs' | 'maxRestartDelayMs'> = defaults,
): number {
  return Math.min(options.minRestartDelayMs * 2 ** attempt, options.maxRestartDelayMs);
}

/** Supervises a process; nothing runs before `start`. */
export function superviseProcess(
  spec: ProcessSpec,
  given: Partial<SuperviseOptions> = {},
): SupervisedProcess {
  return new Supervisor(spec, { ...defaults, ...given });
}

class Supervisor implements SupervisedProcess {
  readonly name: string;
  readonly logFile: string;
  phase: ProcessPhase = 'stopped';
  lastExit: string | undefined;
  restarts = 0;
  readonly #spec: ProcessSpec;
  readonly #options: SuperviseOptions;
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #startedAtMs = 0;
  #failuresInARow = 0;
  #restartTimer: NodeJS.Timeout | undefined;

  constructor(spec: ProcessSpec, options: SuperviseOptions) {
    this.#spec = spec;
    this.#options = options;
    this.name = spec.name;
    this.logFile = spec.logFile;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    if (this.phase === 'running') return;
    clearTimeout(this.#restartTimer);
    this.#startedAtMs = performance.now();
    const child = spawnIntoLog(this.#spec, this.#options.onOutput);
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      child.once('error', (error) => this.#onEnd(child, error.message, resolve));
      child.once('exit', (code, signal) => this.#onEnd(child, describeExit(code, signal), resolve));
    });
    this.#enter('running');
  }

  async stop(): Promise<void> {
    clearTimeout(this.#restartTimer);
    const child = this.#child;
    this.#enter('stopped');
    if (child?.pid === undefined) return;
    signalIfThere(child.pid, this.#spec.stopSignal ?? 'SIGTERM');
    const killer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), this.#options.killAfterMs);
    await this.#ended;
    clearTimeout(killer);
  }

  kill(signal: NodeJS.Signals): void {
    if (this.pid !== undefined) signalIfThere(this.pid, signal);
  }

  #onEnd(child: ChildProcess, outcome: string, resolve: () => void): void {
    resolve();
    if (this.#child !== child) return;
    signalGroup(child.pid, 'SIGKILL');
    this.#child = undefined;
    this.lastExit = outcome;
    if (this.phase === 'running') this.#restartLater();
    else this.#enter('stopped');
  }

  #restartLater(): void {
    const ranForMs = performance.now() - this.#startedAtMs;
    if (ranForMs >= this.#options.provenAfterMs) this.#failuresInARow = 0;
    const delayMs = restartDelayMs(this.#failuresInARow, this.#options);
    this.#failuresInARow += 1;
    this.#enter('waiting');
    this.#restartTimer = setTimeout(() => {
      this.restarts += 1;
      this.start();
    }, delayMs);
  }

  #enter(phase: ProcessPhase): void {
    this.phase = phase;
    this.#options.onChange(this);
  }
}

function spawnIntoLog(spec: ProcessSpec, onOutput: (text: string) => void): ChildProcess {
  // Opened at once, so that nothing is left to open when the process has ended already.
  const log = createWriteStream(spec.logFile, { fd: openSync(spec.logFile, 'a') });
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(spec.uid === undefined ? {} : { uid: spec.uid }),
    ...(spec.gid === undefined ? {} : { gid: spec.gid }),
  });
  // A full disk costs the log, not the stack.
  log.on('error', (error) => onOutput(`${spec.name} cannot write its log: ${error.message}\n`));
  let open = 2;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      log.write(bytes);
      onOutput(bytes.toString());
    });
    stream.once('close', () => {
      open -= 1;
      if (open === 0) log.end();
    });
  }
  return child;
}
