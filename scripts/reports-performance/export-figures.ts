import { readFileSync } from 'node:fs';
import type { Supervisor } from './supervisor.ts';

/** What it takes to write all calls of 90 days as CSV. */
export interface ExportFigures {
  /** Lines of the file, without its head. */
  rows: number;
  megabytes: number;
  ms: number;
  /** By how much the web process grew meanwhile at most; null where nobody can tell. */
  grownMegabytes: number | null;
}

const times = 3;
const lookEveryMs = 20;
const megabyte = 1024 * 1024;

/** Exports all calls of 90 days a few times, the first of them in a process that has never exported any. */
export async function exportFigures(person: Supervisor, webPid: number): Promise<ExportFigures[]> {
  const taken: ExportFigures[] = [];
  while (taken.length < times) {
    const startedAtMs = performance.now();
    const before = residentOf(webPid);
    let most = before;
    const looking = setInterval(() => {
      most = Math.max(most ?? 0, residentOf(webPid) ?? 0);
    }, lookEveryMs);
    let [bytes, lines] = [0, 0];
    for await (const piece of person.download('/api/reports/calls.csv?period=90-days')) {
      bytes += piece.length;
      for (const byte of piece) if (byte === newLine) lines += 1;
    }
    clearInterval(looking);
    taken.push({
      rows: lines - 1,
      megabytes: bytes / megabyte,
      ms: performance.now() - startedAtMs,
      grownMegabytes: before === null || most === null ? null : (most - before) / megabyte,
    });
  }
  return taken;
}

/** An export as a line of a report. */
export function exportLine({ rows, megabytes, ms, grownMegabytes }: ExportFigures): string {
  const grown = grownMegabytes === null ? 'unknown' : `${grownMegabytes.toFixed(1)} MB`;
  return `export of ${rows} calls, ${megabytes.toFixed(1)} MB: ${ms.toFixed(0)} ms, web process grown by ${grown}`;
}

const newLine = 10;

/** Bytes that a process has in memory; null where there is no /proc. */
function residentOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? Number(kilobytes) * 1024 : null;
  } catch {
    return null;
  }
}
