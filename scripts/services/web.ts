import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../env.ts';
import { nodeBinary, projectRoot } from '../project.ts';
import { runCommand } from '../run-command.ts';
import { sourceHash } from '../source-hash.ts';
import { answersOk } from '../wait-until-ready.ts';
import { recordingEnvironment } from './recording-environment.ts';
import type { Service } from './service.ts';

const webDir = `${projectRoot}/web`;
const uiDir = `${projectRoot}/packages/ui`;
const nextCli = `${webDir}/node_modules/next/dist/bin/next`;
const hashFile = `${webDir}/.next/source-hash`;
/** What Next puts together to run by itself; the container image holds the same. */
const standaloneDir = `${webDir}/.next/standalone/web`;

/** Lines of the build that say how far it is; the table of routes does not. */
const progressLine = /✓|\.\.\./;

/** What a build of the web app depends on. */
const buildInputs = [
  'web',
  'packages/protocol',
  'packages/calls',
  'packages/store',
  'packages/playbook',
  'packages/process',
  'packages/rooms',
  'packages/recordings',
  'packages/ui',
  'pnpm-lock.yaml',
  'tsconfig.json',
];

/** How the web app is built. */
export interface BuildWebOptions {
  environment: Environment;
  logFile: string;
  report: (line: string) => void;
  signal?: AbortSignal;
}

/** Builds the web app unless the last build is of the same sources; tells whether it built. */
export async function buildWeb(options: BuildWebOptions): Promise<boolean> {
  const hash = sourceHash(projectRoot, buildInputs, process.version);
  if (existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash) return false;
  await buildUi(options);
  await runBuild(options);
  cpSync(`${webDir}/.next/static`, `${standaloneDir}/.next/static`, { recursive: true });
  if (existsSync(`${webDir}/public`)) {
    cpSync(`${webDir}/public`, `${standaloneDir}/public`, { recursive: true });
  }
  writeFileSync(hashFile, hash);
  return true;
}

/** The web app uses `@agent/ui` as others do: built. */
async function buildUi({ environment, logFile, report, signal }: BuildWebOptions): Promise<void> {
  report('building @agent/ui');
  await runCommand(
    nodeBinary(),
    [`${uiDir}/node_modules/tsdown/dist/run.mjs`, '--logLevel', 'warn'],
    {
      cwd: uiDir,
      env: environment,
      logFile,
      ...(signal === undefined ? {} : { signal }),
    },
  );
}

/** Next allows one build of a project at a time: waits while another one (a test run, say) is at it. */
async function runBuild(options: BuildWebOptions): Promise<void> {
  try {
    await runCommand(nodeBinary(), [nextCli, 'build'], {
      cwd: webDir,
      env: { ...options.environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      logFile: options.logFile,
      onLine: (line) => {
        if (progressLine.test(line)) options.report(line);
      },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (error) {
    if (!/build process is already running/.test((error as Error).message)) throw error;
    options.report('waiting for another build of the web app to end');
    await sleep(5000, undefined, options.signal === undefined ? {} : { signal: options.signal });
    await runBuild(options);
  }
}

/** The web app: pages and HTTP API. */
export function webService(): Service {
  return {
    name: 'web',
    title: 'Web app',
    readyTimeoutMs: 60_000,
    async prepare({ config, report, signal }) {
      const logFile = join(config.logDir, 'web-build.log');
      await buildWeb({ environment: config.environment, logFile, report, signal });
    },
    process: (config) => ({
      command: nodeBinary(),
      args: [`${standaloneDir}/server.js`],
      cwd: standaloneDir,
      env: {
        ...config.environment,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        PORT: String(config.ports.web),
        HOSTNAME: config.bindAddress,
        DATABASE_URL: config.urls.appDatabase,
        // Whose it is, the address says; one of the environment is the owner's.
        DATABASE_PASSWORD: '',
        LIVEKIT_URL: config.urls.livekit,
        LIVEKIT_PUBLIC_URL: config.livekitPublicUrl,
        LIVEKIT_API_KEY: config.livekitKey.apiKey,
        LIVEKIT_API_SECRET: config.livekitKey.apiSecret,
        NEXTAUTH_URL: config.urls.web,
        NEXTAUTH_SECRET: config.secrets.nextAuthSecret,
        CALL_COOKIE_SECRET: config.secrets.callCookieSecret,
        ...recordingEnvironment(config.dataDir, config.secrets, config.environment),
        ...(config.services.includes('demoCaller')
          ? { DEMO_CALLER_URL: config.urls.demoCaller }
          : {}),
      },
    }),
    isReady: ({ bindAddress, ports }) => answersOk(`http://${bindAddress}:${ports.web}/readyz`),
  };
}
