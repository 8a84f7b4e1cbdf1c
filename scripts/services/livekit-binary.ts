import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Environment } from '../env.ts';
import { runCommand } from '../run-command.ts';
import { StackError } from '../stack-error.ts';

/** The version that is built; newer ones carry `replace` lines, which `go install` refuses. */
export const livekitVersion = 'v1.13.5';

const goNeeded = { major: 1, minor: 26 };

/** Where a LiveKit server is looked for. */
export interface LivekitBinaryOptions {
  dataDir: string;
  environment: Environment;
  report: (line: string) => void;
  signal?: AbortSignal;
}

/**
 * Path of a LiveKit server: `LIVEKIT_SERVER_BIN`, `livekit-server` on PATH, one built before, else one
 * built now with Go (some minutes, once per user of this machine).
 */
export async function livekitBinary(options: LivekitBinaryOptions): Promise<string> {
  const { environment, dataDir } = options;
  const given = environment.LIVEKIT_SERVER_BIN;
  if (given !== undefined && given !== '') return requireExecutable(given);
  const onPath = findOnPath('livekit-server', environment.PATH);
  if (onPath !== undefined) return onPath;
  const folders = cacheFolders(dataDir, environment);
  const built = folders.map(binaryIn).find((file) => existsSync(file));
  return built ?? (await buildServer(firstWritable(folders), options));
}

/** The first executable of this name on a PATH. */
export function findOnPath(name: string, path: string | undefined): string | undefined {
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function requireExecutable(file: string): string {
  if (isExecutable(file)) return file;
  throw StackError.badEnvironment(`LIVEKIT_SERVER_BIN names ${file}, which cannot be run`);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The user's cache first, so that every clone on this machine is quick after the first build. */
function cacheFolders(dataDir: string, environment: Environment): [string, string] {
  const cache = environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), '.cache');
  return [join(cache, 'call-centre-assistant'), join(dataDir, 'bin')];
}

function binaryIn(folder: string): string {
  return join(folder, `livekit-server-${livekitVersion}`);
}

function firstWritable([cache, own]: [string, string]): string {
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return cache;
  } catch {
    return own;
  }
}

async function buildServer(folder: string, options: LivekitBinaryOptions): Promise<string> {
  const { environment, report, signal } = options;
  const command = { cwd: '/', env: environment, ...(signal === undefined ? {} : { signal }) };
  requireGo(await goVersion(command));
  const staging = join(folder, `build-${process.pid}`);
  mkdirSync(staging, { recursive: true });
  report(`building LiveKit ${livekitVersion} with Go: some minutes, once`);
  try {
    await runCommand(
      'go',
      ['install', `github.com/livekit/livekit-server/cmd/server@${livekitVersion}`],
      {
        ...command,
        env: { ...environment, GOBIN: staging },
        onLine: report,
      },
    );
    renameSync(join(staging, 'server'), binaryIn(folder));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return binaryIn(folder);
}

async function goVersion(command: { cwd: string; env: Environment }): Promise<string | undefined> {
  try {
    return await runCommand('go', ['env', 'GOVERSION'], command);
  } catch {
    return undefined;
  }
}

/** Throws the ways out when this Go cannot build the server. */
export function requireGo(version: string | undefined): void {
  const match = /go(\d+)\.(\d+)/.exec(version ?? '');
  const [major, minor] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  if (major > goNeeded.major || (major === goNeeded.major && minor >= goNeeded.minor)) return;
  const found = match === null ? 'Go is not installed' : `this Go is ${major}.${minor}`;
  throw StackError.toolMissing(
    `LiveKit is built with Go ${goNeeded.major}.${goNeeded.minor} or newer, but ${found}. One of: ` +
      "install Go from go.dev/dl (Debian's own is too old) · put livekit-server on PATH " +
      '(brew install livekit) · LIVEKIT_SERVER_BIN=/path/to/livekit-server · LIVEKIT_URL with ' +
      'LIVEKIT_API_KEY and LIVEKIT_API_SECRET of a running server · docker compose up',
  );
}
