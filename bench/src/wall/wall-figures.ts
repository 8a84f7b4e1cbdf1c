/** Shares of one core; null where it cannot be read. */
export interface CoreShares {
  web: number | null;
  postgres: number | null;
}

/** What was measured. */
export interface WallFigures {
  calls: number;
  viewers: number;
  changesPerSecond: number;
  /** From the moment at which a change is stored until it is with a viewer. */
  latenciesMs: readonly number[];
  /** Changes that never came. */
  unseen: number;
  /** Of one viewer. */
  bytesPerSecond: number;
  /** Under the same load without anybody who looks on, and with the viewers. */
  idle: CoreShares;
  watched: CoreShares;
  /** Load of the machine. */
  load: number;
}

/** The report. */
export function wallLines(figures: WallFigures): string[] {
  const { calls, viewers, changesPerSecond, latenciesMs, unseen, idle, watched } = figures;
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  const core = (part: keyof CoreShares) => {
    const [before, after] = [idle[part], watched[part]];
    if (before === null || after === null) return 'not known';
    return `${percent(after - before)} of a core (${percent(before)} without viewers, ${percent(after)} with)`;
  };
  return [
    `${calls} calls, ${changesPerSecond.toFixed(0)} changes a second, ${viewers} viewers; load of the machine ${figures.load.toFixed(1)}`,
    `change to viewer   p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (${sorted.length} seen, ${unseen} not)`,
    `web                ${core('web')}`,
    `Postgres           ${core('postgres')}`,
    `a viewer           ${(figures.bytesPerSecond / 1_000).toFixed(1)} kB/s`,
  ];
}

function percent(share: number): string {
  // Without the sign of a zero.
  return `${(Math.round(share * 1_000) / 10 + 0).toFixed(1)} %`;
}
