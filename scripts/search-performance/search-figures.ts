import { existsSync, readFileSync } from 'node:fs';
import { callCounts, createCustomerDirectory, type Database } from '@agent/store';
import { z } from 'zod';
import { type Known, queryKinds } from './queries.ts';

/** How long one kind of query takes, in milliseconds; `found` is what the median query finds. */
export interface SearchFigure {
  kind: string;
  p50: number;
  p95: number;
  max: number;
  /** Of Postgres' processor at the 95th percentile, which a busy machine does not change; Linux only. */
  processorP95: number | null;
  found: number;
}

export interface SearchFiguresOptions {
  /** Queries of each kind, each about somebody else. */
  times: number;
  onFigure: (line: string) => void;
}

/** Asks each kind of query one after another, as one agent would, and the meters of calls. */
export async function searchFigures(
  db: Database,
  { times, onFigure }: SearchFiguresOptions,
): Promise<SearchFigure[]> {
  const directory = createCustomerDirectory(db);
  const people = await somePeople(db, times);
  const processorMs = await backendProcessor(db);
  const figures: SearchFigure[] = [];
  const take = async (kind: string, run: (person: Known) => Promise<number>) => {
    const figure = await figureOf(kind, people, run, processorMs);
    figures.push(figure);
    onFigure(figureLine(figure));
  };
  for (const [kind, queryOf] of queryKinds) {
    await take(kind, async (person) => {
      const { total } = await directory.search({ query: queryOf(person).slice(0, 100), page: 1 });
      return total;
    });
  }
  await take('meters of calls', async () => {
    const counts = await callCounts(db);
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  });
  return figures;
}

async function figureOf(
  kind: string,
  people: readonly Known[],
  run: (person: Known) => Promise<number>,
  processorMs: () => number,
): Promise<SearchFigure> {
  const taken: number[] = [];
  const computed: number[] = [];
  const found: number[] = [];
  for (const person of people) {
    const [startedAtMs, before] = [performance.now(), processorMs()];
    found.push(await run(person));
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

function figureLine({ kind, p50, p95, max, processorP95, found }: SearchFigure): string {
  const columns = [p50, p95, max, processorP95 ?? Number.NaN].map((ms) =>
    ms.toFixed(1).padStart(8),
  );
  return `${kind.padEnd(34)}${columns.join('')} ms ${String(found).padStart(7)} found`;
}

/** What the connection of this pool, which has one only, has computed so far, in milliseconds. */
async function backendProcessor(db: Database): Promise<() => number> {
  const [row] = await db<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const file = `/proc/${row?.pid}/schedstat`;
  if (!existsSync(file)) return () => Number.NaN;
  return () => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;
}

/** Every n-th customer with everything to search for. */
async function somePeople(db: Database, count: number): Promise<Known[]> {
  const rows = await db`
    select c.name, c.email, c.phone, o.number as order
    from customers c join orders o on o.customer_id = c.id
    where c.email is not null and c.phone is not null
    order by hashtext(c.id), c.id limit ${count}`;
  return z
    .array(z.object({ name: z.string(), email: z.string(), phone: z.string(), order: z.string() }))
    .parse(rows);
}
