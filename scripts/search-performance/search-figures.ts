import { callCounts, createCustomerDirectory, type Database } from '@agent/store';
import { z } from 'zod';
import { type Known, queryKinds } from './queries.ts';

/** How long one kind of query takes, in milliseconds; `found` is what the median query finds. */
export interface SearchFigure {
  kind: string;
  p50: number;
  p95: number;
  max: number;
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
  const figures: SearchFigure[] = [];
  const take = async (kind: string, run: (person: Known) => Promise<number>) => {
    const figure = await figureOf(kind, people, run);
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
): Promise<SearchFigure> {
  const taken: number[] = [];
  const found: number[] = [];
  for (const person of people) {
    const startedAtMs = performance.now();
    found.push(await run(person));
    taken.push(performance.now() - startedAtMs);
  }
  const at = (values: readonly number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? 0;
  const ms = (share: number) => Math.round(at(taken, share) * 10) / 10;
  return { kind, p50: ms(0.5), p95: ms(0.95), max: ms(1), found: at(found, 0.5) };
}

function figureLine({ kind, p50, p95, max, found }: SearchFigure): string {
  const columns = [p50, p95, max].map((value) => value.toFixed(1).padStart(8));
  return `${kind.padEnd(34)}${columns.join('')} ms ${String(found).padStart(7)} found`;
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
