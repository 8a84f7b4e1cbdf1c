import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Environment } from './env.ts';
import { describeExit, signalGroup } from './process-group.ts';
import { StackError } from './stack-error.ts';

/** A command that is run once and waited for. */
export interface CommandOptions {
  cwd: string;
  env: Environment;
  /** Output is appended here. */
  logFile?: string;
  /** Gets every non-empty line of output. */
  onLine?: (line: string) => void;
  /** Default: the user of this process. */
  uid?: number;
  gid?: number;
  /** Ends the command and all it has started. */
  signal?: AbortSignal;
}

const keptLines = 12;
const killAfterMs = 10_000;

/**
 * Runs a command in a process group of its own and returns its last lines of output.
 * Whatever it started ends with it.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<string> {
  options.signal?.throwIfAborted();
  const { cwd, env, uid, gid, signal } = options;
  const child = spawn(command, args, {
    cwd,
    env: env as NodeJS.ProcessEnv,
    detached: true,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end();
  child.once('exit', () => signalGroup(child.pid, 'SIGKILL'));
  const output = collectOutput(child, options);
  const abort = () => {
    signalGroup(child.pid, 'SIGTERM');
    setTimeout(() => signalGroup(child.pid, 'SIGKILL'), killAfterMs).unref();
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await ended(child, command, output.lines);
  } finally {
    signal?.removeEventListener('abort', abort);
    await output.close();
  }
  return output.lines.join('\n');
}

function collectOutput(
  child: ChildProcessWithoutNullStreams,
  { logFile, onLine }: Pick<CommandOptions, 'logFile' | 'onLine'>,
) {
  const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      log?.write(bytes);
      const fresh = bytes
        .toString()
        .split('\n')
        .filter((text) => text.trim() !== '');
      lines.push(...fresh);
      lines.splice(0, lines.length - keptLines);
      for (const line of fresh) onLine?.(line);
    });
  }
  const close = async () => {
    log?.end();
    if (log !== undefined) await finished(log);
  };
  return { lines, close };
}

function ended(
  child: ChildProcessWithoutNullStreams,
  command: string,
  lines: readonly string[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(StackError.toolMissing(`Cannot run ${command}: ${error.message}`)),
    );
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(StackError.commandFailed(command, describeExit(code, signal), lines.join('\n')));
    });
  });
}
