import { existsSync, readFileSync } from 'node:fs';
import type { Database } from '@agent/store';

/** How long one kind of query takes, in milliseconds; `found` is what the median query finds. */
export interface Figure {
  kind: string;
  p50: number;
  p95: number;
  max: number;
  /** Of Postgres' processor at the 95th percentile, which a busy machine does not change; Linux only. */
  processorP95: number | null;
  found: number;
}

/** Runs a kind of query once for each of what it is asked about; `run` tells how much it finds. */
export async function figureOf<Asked>(
  kind: string,
  askedAbout: readonly Asked[],
  run: (about: Asked) => Promise<number>,
  processorMs: () => number,
): Promise<Figure> {
  const taken: number[] = [];
  const computed: number[] = [];
  const found: number[] = [];
  for (const about of askedAbout) {
    const [startedAtMs, before] = [performance.now(), processorMs()];
    found.push(await run(about));
    taken.push(performance.now() - startedAtMs);
    computed.push(processorMs() - before);
  }
  const at = (values: readonly number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? 0;
  const ms = (share: number, values = taken) => Math.round(at(values, share) * 10) / 10;
  const processorP95 = Number.isNaN(computed[0]) ? null : ms(0.95, computed);
  return { kind, p50: ms(0.5), p95: ms(0.95), max: ms(1), processorP95, found: at(found, 0.5) };
}

/** The heads of the columns of `figureLine`. */
export const figureHead = `${''.padEnd(34)}     p50     p95     max  p95 of the processor`;

/** A figure as a line of a report. */
export function figureLine({ kind, p50, p95, max, processorP95, found }: Figure): string {
  const columns = [p50, p95, max, processorP95 ?? Number.NaN].map((ms) =>
    ms.toFixed(1).padStart(8),
  );
  return `${kind.padEnd(34)}${columns.join('')} ms ${String(found).padStart(7)} found`;
}

/** What the connection of this pool, which has one only, has computed so far, in milliseconds. */
export async function backendProcessor(db: Database): Promise<() => number> {
  const [row] = await db<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const file = `/proc/${row?.pid}/schedstat`;
  if (!existsSync(file)) return () => Number.NaN;
  return () => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;
}
