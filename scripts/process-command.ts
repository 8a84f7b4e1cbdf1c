import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A process as the system lists it. */
export interface ListedProcess {
  pid: number;
  parentPid: number;
  command: string;
}

/** Looks a process up; undefined when it does not exist or has ended and only waits to be reaped. */
export function findProcess(pid: number): ListedProcess | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

/** The command line of a process; undefined when there is none. */
export function commandOf(pid: number): string | undefined {
  return findProcess(pid)?.command;
}

function fromProc(pid: number): ListedProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets and may hold anything: read from its end.
    const [state, parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parentPid: Number(parentPid), command };
  } catch {
    // The process is gone, or went while we read.
    return undefined;
  }
}

function fromPs(pid: number): ListedProcess | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,stat=,args=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const match = /^\s*(\d+)\s+(\S+)\s+(.*)$/m.exec(stdout ?? '');
  if (match === null || match[2]?.startsWith('Z')) return undefined;
  return { pid, parentPid: Number(match[1]), command: match[3] ?? '' };
}
