import { readdir, readFile } from 'node:fs/promises';
import { cpus } from 'node:os';

/** Processor time and memory of a process with its children at one moment. */
export interface UsageSample {
  atMs: number;
  cpuMs: number;
  rssMb: number;
}

/** A span of time in epoch ms. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** Samples one process until it is stopped. */
export interface UsageMeter {
  samples: UsageSample[];
  stop(): void;
}

const TICK_MS = 10;
const PAGE_MB = 4096 / 1024 / 1024;

/** Samples a process and its children every 250 ms; the pid is asked for each time, as a restart changes it. */
export function meterUsage(pid: () => number | null | undefined): UsageMeter {
  const samples: UsageSample[] = [];
  const timer = setInterval(async () => {
    const sample = await usageOf(pid());
    if (sample) samples.push(sample);
  }, 250);
  return { samples, stop: () => clearInterval(timer) };
}

/** Mean processor cores used within the given spans; null without samples in them. */
export function coresWithin(
  samples: readonly UsageSample[],
  spans: readonly Span[],
): number | null {
  let cpuMs = 0;
  let wallMs = 0;
  for (let index = 1; index < samples.length; index++) {
    const before = samples[index - 1];
    const after = samples[index];
    if (!before || !after || after.cpuMs < before.cpuMs) continue;
    const middleMs = (before.atMs + after.atMs) / 2;
    if (!spans.some(({ fromMs, toMs }) => middleMs >= fromMs && middleMs <= toMs)) continue;
    cpuMs += after.cpuMs - before.cpuMs;
    wallMs += after.atMs - before.atMs;
  }
  return wallMs === 0 ? null : Math.round((cpuMs / wallMs) * 1000) / 1000;
}

/** Most memory in use within the spans, in MB; null without samples in them. */
export function peakRssMb(samples: readonly UsageSample[], spans: readonly Span[]): number | null {
  const inside = samples.filter(({ atMs }) =>
    spans.some(({ fromMs, toMs }) => atMs >= fromMs && atMs <= toMs),
  );
  if (inside.length === 0) return null;
  return Math.round(Math.max(...inside.map(({ rssMb }) => rssMb)));
}

/** Reads processor time and memory from `/proc`; undefined where there is none. */
export async function usageOf(pid: number | null | undefined): Promise<UsageSample | undefined> {
  if (!pid) return undefined;
  const atMs = performance.timeOrigin + performance.now();
  const parts = await Promise.all((await withChildren(pid)).map(ownUsage));
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0) return undefined;
  const sum = (key: 'cpuMs' | 'rssMb') => known.reduce((total, part) => total + part[key], 0);
  return { atMs, cpuMs: sum('cpuMs'), rssMb: sum('rssMb') };
}

/** Time the processors of this machine have spent since it started, in ms, all together. */
export interface CpuTimes {
  busyMs: number;
  idleMs: number;
}

/** Reads the processors' times. */
export function cpuTimes(): CpuTimes {
  const times = cpus().map((cpu) => cpu.times);
  const idleMs = times.reduce((sum, { idle }) => sum + idle, 0);
  const busyMs = times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, 0);
  return { busyMs, idleMs };
}

/** Mean number of processors in use between two readings. */
export function busyCores(before: CpuTimes, after: CpuTimes, cores = cpus().length): number {
  const busyMs = after.busyMs - before.busyMs;
  const allMs = busyMs + after.idleMs - before.idleMs;
  return allMs === 0 ? 0 : Math.round((busyMs / allMs) * cores * 100) / 100;
}

async function ownUsage(pid: number): Promise<{ cpuMs: number; rssMb: number } | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!fields) return undefined;
  const [userTicks = 0, systemTicks = 0] = [fields[11], fields[12]].map(Number);
  return { cpuMs: (userTicks + systemTicks) * TICK_MS, rssMb: Number(fields[21]) * PAGE_MB };
}

/** A process and all below it. */
export async function withChildren(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''),
    ),
  );
  const children = lists.join(' ').split(/\s+/u).filter(Boolean).map(Number);
  const below = await Promise.all(children.map(withChildren));
  return [pid, ...below.flat()];
}
