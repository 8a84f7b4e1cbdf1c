import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from '../env.ts';
import {
  buildLivekit,
  livekitFolders,
  livekitIn,
  livekitVersion,
} from '../first-start/livekit-build.mjs';
import { runCommand } from '../run-command.ts';
import { StackError } from '../stack-error.ts';

export { livekitVersion };

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
  const folders = livekitFolders(dataDir, environment);
  const built = folders.map(livekitIn).find((file) => existsSync(file));
  return built ?? (await buildServer(options));
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

async function buildServer(options: LivekitBinaryOptions): Promise<string> {
  const { environment, signal } = options;
  const command = { cwd: '/', env: environment, ...(signal === undefined ? {} : { signal }) };
  requireGo(await goVersion(command));
  try {
    return await buildLivekit(options);
  } catch (error) {
    signal?.throwIfAborted();
    throw StackError.toolMissing(`LiveKit could not be built: ${(error as Error).message}`);
  }
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
