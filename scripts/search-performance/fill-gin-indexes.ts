import type { Database } from '@agent/store';

/**
 * Lets `work` fill a table whose GIN indexes are kept up row by row: filled many rows at a time, they
 * take a tenth of the time. For the owner of the table.
 */
export async function fillGinIndexes(
  owner: Database,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const indexes = await ginIndexes(owner, table);
  for (const index of indexes) {
    await owner`alter index ${owner.raw(index)} set (fastupdate = on)`;
  }
  await work();
  for (const index of indexes) {
    await owner`alter index ${owner.raw(index)} set (fastupdate = off)`;
    await owner`select gin_clean_pending_list(${index}::regclass)`;
  }
}

async function ginIndexes(owner: Database, table: string): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where i.indrelid = ${table}::regclass and a.amname = 'gin'`;
  return rows.map(({ name }) => name);
}
