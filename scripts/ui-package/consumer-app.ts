import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Environment, processEnvironment } from '../env.ts';
import { freePorts } from '../ports.ts';
import { projectRoot } from '../project.ts';
import { runCommand } from '../run-command.ts';
import { answersOk } from '../wait-until-ready.ts';
import { timed } from './timed.ts';

/** An app of somebody else that uses the packed package, outside of the workspace. */
export interface ConsumerApp {
  /** Installs its dependencies, these versions in place of its own. */
  install(...instead: readonly string[]): Promise<void>;
  /** Runs one of its scripts. */
  run(script: string): Promise<void>;
  /** Starts its `preview` and waits until this page answers. */
  serve(page: string): Promise<ServedApp>;
}

/** The running server of an app. */
export interface ServedApp {
  url: string;
  close(): Promise<void>;
}

const fixtures = `${projectRoot}/packages/ui/fixtures`;
const readyWithinMs = 60_000;

/** Copies a fixture, the desk and the packed package to where the fixture expects them. */
export function consumerApp(name: string, tarball: string, workDir: string): ConsumerApp {
  const parent = join(workDir, `at-${name}`);
  const folder = join(parent, name);
  mkdirSync(parent, { recursive: true });
  cpSync(`${fixtures}/${name}`, folder, { recursive: true, filter: isSource });
  cpSync(`${fixtures}/desk`, join(folder, 'desk'), { recursive: true });
  cpSync(tarball, join(parent, 'agent-ui.tgz'));
  const npm = async (args: readonly string[], signal?: AbortSignal) => {
    const env = userEnvironment();
    await runCommand('npm', args, { cwd: folder, env, ...(signal && { signal }) });
  };
  return {
    install: (...instead) =>
      timed([name, 'npm install', ...instead].join(' '), () =>
        npm(['install', ...installOptions, ...instead]),
      ),
    run: (script) => timed(`${name} ${script}`, () => npm(['run', script])),
    serve: (page) => serve(page, npm),
  };
}

const installOptions = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];

async function serve(
  page: string,
  npm: (args: readonly string[], signal: AbortSignal) => Promise<void>,
): Promise<ServedApp> {
  const stop = new AbortController();
  const { web: port } = await freePorts();
  const args = ['run', 'preview', '--', '--port', String(port)];
  const ended = npm(args, stop.signal).catch(() => undefined);
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(`${url}/${page}`);
  const close = async () => {
    stop.abort();
    await ended;
  };
  return { url, close };
}

async function untilAnswers(url: string): Promise<void> {
  const deadlineMs = performance.now() + readyWithinMs;
  while (!(await answersOk(url))) {
    if (performance.now() > deadlineMs) throw new Error(`${url} does not answer`);
    await sleep(200);
  }
}

function isSource(path: string): boolean {
  return !/\/(node_modules|dist|\.next)(\/|$)/.test(path.slice(fixtures.length));
}

const ofTestRunner = /^(NODE_ENV|NODE_OPTIONS|VITEST.*|TEST|DEV|PROD|MODE|BASE_URL|SSR)$/;

/** The environment of a shell: without what a test runner adds for its own process. */
function userEnvironment(): Environment {
  const own = Object.entries(processEnvironment()).filter(([name]) => !ofTestRunner.test(name));
  return { ...Object.fromEntries(own), NEXT_TELEMETRY_DISABLED: '1', TZ: 'UTC' };
}
