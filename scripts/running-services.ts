import { join } from 'node:path';
import { signalGroup } from './process-group.ts';
import { createService } from './services/all-services.ts';
import type { PrepareContext, Service } from './services/service.ts';
import type { ServiceName, StackPids } from './stack.types.ts';
import type { StackConfig } from './stack-config.ts';
import { type SupervisedProcess, superviseProcess } from './supervised-process.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** What the services of one stack share. */
export interface RunningServicesOptions {
  config: StackConfig;
  signal: AbortSignal;
  /** Called when a pid has changed. */
  onPidsChange: (pids: StackPids) => void;
  /** Gets all output. */
  onOutput: (service: ServiceName, text: string) => void;
}

interface Running {
  service: Service;
  process: SupervisedProcess;
}

/** The services of one stack, in the order they were started. */
export class RunningServices {
  readonly #options: RunningServicesOptions;
  readonly #running = new Map<ServiceName, Running>();
  readonly #prepared = new Map<ServiceName, Service>();

  constructor(options: RunningServicesOptions) {
    this.#options = options;
    // Last resort: when this process ends without having closed the stack, nothing may stay behind.
    process.once('exit', this.#killAll);
  }

  get pids(): StackPids {
    const pids: StackPids = { stack: process.pid };
    for (const [name, { process: supervised }] of this.#running) {
      if (supervised.pid !== undefined) pids[name] = supervised.pid;
    }
    return pids;
  }

  /** Builds or initialises what a service needs; `launch` then starts what was prepared. */
  async prepare(name: ServiceName, report: (line: string) => void): Promise<Service> {
    const { config, signal } = this.#options;
    const service = createService(name);
    const context: PrepareContext = { config, report, signal };
    signal.throwIfAborted();
    await service.prepare?.(context);
    signal.throwIfAborted();
    this.#prepared.set(name, service);
    return service;
  }

  /** Prepares a service unless that was done, starts it and waits until it is ready. */
  async launch(name: ServiceName, report: (line: string) => void): Promise<void> {
    const { config, signal } = this.#options;
    const service = this.#prepared.get(name) ?? (await this.prepare(name, report));
    signal.throwIfAborted();
    const process = superviseProcess(
      {
        ...service.process(config),
        name: service.title,
        logFile: join(config.logDir, `${name}.log`),
      },
      {
        onChange: () => this.#options.onPidsChange(this.pids),
        onOutput: (text) => this.#options.onOutput(name, text),
      },
    );
    this.#running.set(name, { service, process });
    report('starting');
    await this.start(name);
  }

  /** Starts a service that is down; resolves when it is ready. */
  async start(name: ServiceName): Promise<void> {
    this.#of(name).process.start();
    await this.#untilReady(name, { toleratesRestarts: false });
  }

  /** Resolves when the service is ready, however often it is started again until then. */
  async waitFor(name: ServiceName): Promise<void> {
    await this.#untilReady(name, { toleratesRestarts: true });
  }

  /** Stops a service and keeps it down. */
  async stop(name: ServiceName): Promise<void> {
    await this.#of(name).process.stop();
  }

  /** Sends a signal to a service. */
  kill(name: ServiceName, signal: NodeJS.Signals): void {
    this.#of(name).process.kill(signal);
  }

  /** Stops every service, the last started first. */
  async stopAll(): Promise<void> {
    for (const running of [...this.#running.values()].reverse()) await running.process.stop();
    process.off('exit', this.#killAll);
  }

  readonly #killAll = () => {
    for (const { process: supervised } of this.#running.values()) {
      signalGroup(supervised.pid, 'SIGKILL');
    }
  };

  #untilReady(
    name: ServiceName,
    { toleratesRestarts }: { toleratesRestarts: boolean },
  ): Promise<void> {
    const { config, signal } = this.#options;
    const { service, process } = this.#of(name);
    return waitUntilReady(process, {
      isReady: () => service.isReady(config),
      timeoutMs: service.readyTimeoutMs,
      toleratesRestarts,
      signal,
    });
  }

  #of(name: ServiceName): Running {
    const running = this.#running.get(name);
    if (running === undefined) throw new Error(`This stack does not run ${name}.`);
    return running;
  }
}
