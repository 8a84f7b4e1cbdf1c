import { chmodSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { demoUsers } from './demo-users.ts';
import { type Environment, processEnvironment, readScriptsEnv } from './env.ts';
import { freePorts, portsFromEnv } from './ports.ts';
import { projectRoot } from './project.ts';
import { RunningServices } from './running-services.ts';
import { loadSecrets } from './secrets.ts';
import type { DemoUser, ServiceName, Stack, StackOptions } from './stack.types.ts';
import { type StackConfig, stackConfig } from './stack-config.ts';
import { claimDataDir, removeStackFile, writeStackFile } from './stack-file.ts';
import { stackSteps } from './stack-steps.ts';
import { runSteps } from './steps.ts';

export type {
  DemoUser,
  ServiceName,
  Stack,
  StackOptions,
  StackPids,
  StackUrls,
} from './stack.types.ts';
export { StackError, type StackErrorReason } from './stack-error.ts';

/**
 * Starts the local stack and resolves when every service is ready.
 * Throws a {@link StackError} that a person can act on; nothing is left running then.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const config = await resolveConfig(options);
  const users = demoUsers(config.settings, config.secrets);
  const closing = new AbortController();
  const running = createServices(config, options, closing.signal);
  let closed: Promise<void> | undefined;
  const close = () => {
    closing.abort();
    closed ??= running.stopAll().finally(() => removeStackFile(config.dataDir));
    return closed;
  };
  try {
    await runSteps(stackSteps(config, users, running), options.quiet ? 'silent' : 'shown');
  } catch (error) {
    await close();
    throw error;
  }
  return handle(config, users, running, close);
}

async function resolveConfig(options: StackOptions): Promise<StackConfig> {
  const environment: Environment = { ...processEnvironment(), ...options.env };
  environment.PATH = `${projectRoot}/node_modules/.bin:${environment.PATH ?? ''}`;
  const settings = readScriptsEnv(environment);
  const dataDir = resolve(projectRoot, options.dataDir ?? settings.DATA_DIR);
  mkdirSync(`${dataDir}/logs`, { recursive: true });
  chmodSync(`${dataDir}/logs`, 0o700);
  const ports =
    options.ports === 'free' ? await freePorts() : { ...portsFromEnv(settings), ...options.ports };
  const secrets = loadSecrets(dataDir);
  claimDataDir(dataDir, projectRoot);
  return stackConfig({ dataDir, ports, secrets, settings, environment, only: options.only });
}

function createServices(config: StackConfig, options: StackOptions, closing: AbortSignal) {
  const startedAt = new Date();
  return new RunningServices({
    config,
    signal: options.signal ? AbortSignal.any([closing, options.signal]) : closing,
    onPidsChange: (pids) => {
      if (!closing.aborted) writeStackFile(config, startedAt, pids);
    },
    onOutput: (name, text) => {
      if (options.verbose === true) process.stdout.write(prefixLines(name, text));
    },
  });
}

function handle(
  config: StackConfig,
  users: readonly DemoUser[],
  running: RunningServices,
  close: () => Promise<void>,
): Stack {
  return {
    urls: config.urls,
    users,
    databaseUrl: config.urls.database,
    livekit: { url: config.urls.livekit, ...config.livekitKey },
    dataDir: config.dataDir,
    ports: config.ports,
    services: config.services,
    get pids() {
      return running.pids;
    },
    async restart(name) {
      await running.stop(name);
      await running.start(name);
    },
    kill: (name, signal) => running.kill(name, signal),
    stop: (name) => running.stop(name),
    start: (name) => running.start(name),
    waitFor: (name) => running.waitFor(name),
    close,
  };
}

function prefixLines(name: ServiceName, text: string): string {
  return text.replace(/^(?=.)/gm, `${name.padEnd(10)} │ `);
}
