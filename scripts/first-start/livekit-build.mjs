// @ts-check
import {
  accessSync,
  appendFileSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runLines } from './run-lines.mjs';

/** The version that is built; newer ones carry `replace` lines, which `go install` refuses. */
export const livekitVersion = 'v1.13.5';

const source = `github.com/livekit/livekit-server/cmd/server@${livekitVersion}`;
/** Go's own and all others that this version consists of (`go list -deps`). */
const packages = 790;
const pollMs = 500;
const shownLines = 12;

/** @typedef {Record<string, string | undefined>} Environment */

/**
 * Where a built server is kept: the user's cache first, so that every clone on this machine is quick
 * after the first build.
 * @param {string} dataDir
 * @param {Environment} environment
 * @returns {[string, string]}
 */
export function livekitFolders(dataDir, environment) {
  const cache = environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), '.cache');
  return [join(cache, 'call-centre-assistant'), join(dataDir, 'bin')];
}

/** @param {string} folder */
export function livekitIn(folder) {
  return join(folder, `livekit-server-${livekitVersion}`);
}

/**
 * Whether nobody has given a server and none has been built.
 * @param {string} dataDir
 * @param {Environment} environment
 */
export function needsLivekitBuild(dataDir, environment) {
  if (environment.LIVEKIT_URL || environment.LIVEKIT_SERVER_BIN) return false;
  if (isOnPath('livekit-server', environment.PATH)) return false;
  return !livekitFolders(dataDir, environment).map(livekitIn).some(existsSync);
}

/** @param {string} name @param {string | undefined} path */
export function isOnPath(name, path) {
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => isExecutable(join(folder, name)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds the server with Go, once: while another process is at it, this one waits for that one and
 * tells how far it is. Throws with the last lines of Go when it fails.
 * @param {{ dataDir: string, environment: Environment, report: (detail: string) => void,
 *   signal?: AbortSignal | undefined }} options
 * @returns {Promise<string>} the path of the program
 */
export async function buildLivekit({ dataDir, environment, report, signal }) {
  const folder = firstWritable(livekitFolders(dataDir, environment));
  const program = livekitIn(folder);
  const [lock, log] = [`${program}.building`, `${program}.log`];
  while (!existsSync(program)) {
    signal?.throwIfAborted();
    if (takeLock(lock)) {
      try {
        rmSync(log, { force: true });
        await build({ folder, program, log, environment, report, signal });
      } finally {
        rmSync(lock, { force: true });
      }
    } else {
      report(progressOf(log));
      await sleep(pollMs);
    }
  }
  return program;
}

/** @param {[string, string]} folders */
function firstWritable([cache, own]) {
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return cache;
  } catch {
    mkdirSync(own, { recursive: true });
    return own;
  }
}

/**
 * Only one process builds; a lock whose process is gone counts for nothing.
 * @param {string} lock
 */
function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(holderOf(lock))) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock */
function holderOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {{ folder: string, program: string, log: string, environment: Environment,
 *   report: (detail: string) => void, signal: AbortSignal | undefined }} options
 */
async function build({ folder, program, log, environment, report, signal }) {
  const staging = join(folder, `build-${process.pid}`);
  mkdirSync(staging, { recursive: true });
  try {
    const { ok, outcome } = await runLines('go', ['install', '-v', source], {
      cwd: '/',
      env: { ...environment, GOBIN: staging },
      signal,
      onLine(line) {
        appendFileSync(log, `${line}\n`);
        report(progressOf(log));
      },
    });
    signal?.throwIfAborted();
    if (!ok) throw new Error(`go install failed (${outcome}): ${lastLines(log)}`);
    renameSync(join(staging, 'server'), program);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * How far Go is, by what it has written so far.
 * @param {string} log
 */
export function progressOf(log) {
  const lines = readLines(log);
  const fetched = lines.filter((line) => line.startsWith('go: ')).length;
  const compiled = lines.length - fetched;
  if (compiled === 0) return fetched === 0 ? 'looking for its parts' : `${fetched} parts fetched`;
  if (compiled >= packages) return 'linking';
  return `${compiled} of about ${packages} packages compiled`;
}

/** @param {string} file */
function readLines(file) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** @param {string} log */
function lastLines(log) {
  return readLines(log).slice(-shownLines).join('\n');
}
