import { readdir } from 'node:fs/promises';
import { usageOf, withChildren } from '../process-usage.ts';
import type { ProcessHoldings } from './soak-sample.ts';

/** Reads from `/proc` what a process and its children hold; undefined when it is not there. */
export async function holdingsOf(pid: number | undefined): Promise<ProcessHoldings | undefined> {
  const usage = await usageOf(pid);
  if (pid === undefined || !usage) return undefined;
  const counts = await Promise.all((await withChildren(pid)).map(openFiles));
  return {
    rssMb: Math.round(usage.rssMb * 10) / 10,
    handles: counts.reduce((sum, count) => sum + count, 0),
  };
}

async function openFiles(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`).catch(() => [])).length;
}
