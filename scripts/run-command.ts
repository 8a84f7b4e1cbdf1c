import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
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
  input?: string;
  /** Default: the user of this process. */
  uid?: number;
  gid?: number;
  signal?: AbortSignal;
}

const keptLines = 12;

/** Runs a command in a process group of its own, so that aborting leaves no descendant behind. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<string> {
  options.signal?.throwIfAborted();
  const { cwd, env, uid, gid } = options;
  const child = spawn(command, args, {
    cwd,
    env: env as NodeJS.ProcessEnv,
    detached: true,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  const log =
    options.logFile === undefined ? undefined : createWriteStream(options.logFile, { flags: 'a' });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      log?.write(bytes);
      for (const line of bytes
        .toString()
        .split('\n')
        .filter((text) => text.trim() !== '')) {
        lines.push(line);
        if (lines.length > keptLines) lines.shift();
        options.onLine?.(line);
      }
    });
  }
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const abort = () => signalGroup(child.pid, 'SIGKILL');
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    await finished(child, command, lines);
  } finally {
    options.signal?.removeEventListener('abort', abort);
    log?.end();
  }
  return lines.join('\n');
}

function finished(
  child: ReturnType<typeof spawn>,
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
