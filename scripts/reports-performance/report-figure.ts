import { percentiles } from '@agent/testing/percentiles';

/** How long something took, in milliseconds. */
export interface Took {
  p50: number;
  p95: number;
  n: number;
}

/** A line of the report. */
export interface ReportFigure extends Took {
  what: string;
}

/** The heads of the columns of {@link reportLine}. */
export const reportHead = `${''.padEnd(46)}     p50     p95      n`;

/** A figure as a line of a report. */
export function reportLine({ what, p50, p95, n }: ReportFigure): string {
  return `${what.padEnd(46)}${p50.toFixed(1).padStart(8)}${p95.toFixed(1).padStart(8)}${String(n).padStart(7)}`;
}

/** What a series of durations comes to. */
export function tookOf(durationsMs: readonly number[]): Took {
  const { p50, p95, n } = percentiles(durationsMs);
  return { p50: p50 ?? Number.NaN, p95: p95 ?? Number.NaN, n };
}

/** How long something takes once, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}
