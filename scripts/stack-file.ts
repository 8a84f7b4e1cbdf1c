import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { writePrivateFile } from './private-file.ts';
import { commandOf } from './process-command.ts';
import { signalGroup } from './process-group.ts';
import type { StackPids } from './stack.types.ts';
import type { StackConfig } from './stack-config.ts';
import { StackError } from './stack-error.ts';

const pidsSchema = z.object({ pids: z.record(z.string(), z.number().int().positive()) });

/** Describes a running stack to the other tools of this clone (`npm run demo`, `npm run bench`). */
export function writeStackFile(config: StackConfig, startedAt: Date, pids: StackPids): void {
  const description = {
    startedAt: startedAt.toISOString(),
    urls: config.urls,
    livekit: config.livekitKey,
    pids,
  };
  writePrivateFile(stackFile(config.dataDir), `${JSON.stringify(description, null, 2)}\n`);
}

/** Removes the description. */
export function removeStackFile(dataDir: string): void {
  rmSync(stackFile(dataDir), { force: true });
  claimedHere.delete(dataDir);
}

/** Data folders of stacks of this process: its own pid in a file may be of an earlier process. */
const claimedHere = new Set<string>();

/**
 * Makes a data folder ours: refuses when a stack runs in it, and ends what a killed one left behind.
 * A pid counts only while its command line still names the folder or the project.
 */
export function claimDataDir(dataDir: string, projectRoot: string): void {
  const { stack, ...services } = readPids(stackFile(dataDir)) ?? {};
  const isElsewhere = stack !== undefined && stack !== process.pid && isStackAlive(stack);
  if (isElsewhere || claimedHere.has(dataDir)) {
    throw StackError.badEnvironment(
      `a stack runs in ${dataDir} already (pid ${stack}): stop it, or set DATA_DIR and other ports`,
    );
  }
  for (const pid of Object.values(services)) {
    const command = commandOf(pid) ?? '';
    if (command.includes(projectRoot) || command.includes(dataDir)) signalGroup(pid, 'SIGKILL');
  }
  removeStackFile(dataDir);
  claimedHere.add(dataDir);
}

function isStackAlive(pid: number): boolean {
  return /node|vitest/.test(commandOf(pid) ?? '');
}

function stackFile(dataDir: string): string {
  return `${dataDir}/stack.json`;
}

function readPids(file: string): Record<string, number> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return pidsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).pids;
  } catch {
    // Not written by us, or not whole: nothing to learn from it.
    return undefined;
  }
}
