import { callCounts, createCustomerDirectory, type Database } from '@agent/store';
import { z } from 'zod';
import { backendProcessor, type Figure, figureLine, figureOf } from './figure.ts';
import { type Known, queryKinds } from './queries.ts';

export interface SearchFiguresOptions {
  /** Queries of each kind, each about somebody else. */
  times: number;
  onFigure: (line: string) => void;
}

/** Asks each kind of query one after another, as one agent would, and the meters of calls. */
export async function searchFigures(
  db: Database,
  { times, onFigure }: SearchFiguresOptions,
): Promise<Figure[]> {
  const directory = createCustomerDirectory(db);
  const people = await somePeople(db, times);
  const processorMs = await backendProcessor(db);
  const figures: Figure[] = [];
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
