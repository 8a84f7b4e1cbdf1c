// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announcement } from './announcement.mjs';
import { installPackages } from './install-packages.mjs';
import { buildLivekit, isOnPath, needsLivekitBuild } from './livekit-build.mjs';
import { createProgress } from './progress.mjs';

/**
 * `npm start` and `npm test`: installs the packages, builds LiveKit meanwhile and further on when it is
 * missing, and hands over to a script that runs in the pinned Node.
 */
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const [script = 'stack', ...args] = process.argv.slice(2);
const environment = settings();
const dataDir = resolve(root, environment.DATA_DIR || '.data');
const stop = new AbortController();
/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(name, () => {
    stop.abort();
    // A Ctrl-C reaches the child by itself: a second one would cut its tidying short.
    if (name !== 'SIGINT') child?.kill(name);
  });
}

const isFirst = !existsSync(`${root}/node_modules/.modules.yaml`);
const buildsLivekit = needsLivekitBuild(dataDir, environment) && isOnPath('go', environment.PATH);
const progress = createProgress(process.stdout);
const news = announcement({ script, isFirst, buildsLivekit, cores: availableParallelism() });
if (news !== undefined) progress.print(news);
// Why it failed, the step says that needs it.
const livekit = buildsLivekit ? startLivekit() : Promise.resolve();
const packages = progress.step('Packages');
const { report } = packages;
const failure = await installPackages({ root, env: environment, report, signal: stop.signal });
if (failure !== undefined || stop.signal.aborted) {
  packages.fail();
  progress.close();
  process.stderr.write(`${stop.signal.aborted ? 'Stopped.' : failure}\n`);
  stop.abort();
  process.exit(1);
}
packages.done();
progress.close();
process.exitCode = await handOver();
stop.abort();
await livekit;

async function startLivekit() {
  const step = progress.step('LiveKit server');
  const { report: onProgress } = step;
  const { signal } = stop;
  await buildLivekit({ dataDir, environment, report: onProgress, signal }).catch(() => undefined);
}

/** Runs the script to its end. Returns what this process ends with. */
function handOver() {
  return new Promise((done) => {
    child = spawn(`${root}/node_modules/.bin/node`, [`${root}/scripts/${script}.ts`, ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** The environment, with `.env` below it. */
function settings() {
  if (existsSync(`${root}/.env`)) process.loadEnvFile?.(`${root}/.env`);
  return process.env;
}
