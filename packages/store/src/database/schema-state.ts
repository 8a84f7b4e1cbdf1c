import type { Queryable } from './connect.ts';
import { type SchemaDifference, type SchemaState, schemaDifference } from './schema-difference.ts';
import { StoreError } from './store-error.ts';

/** Reads which schema the database has. */
export async function readSchemaState(db: Queryable): Promise<SchemaState> {
  return (await readDifference(db)).state;
}

/** Throws a {@link StoreError} that says what to do unless the database has this program's schema. */
export async function requireSchema(db: Queryable): Promise<void> {
  const difference = await readDifference(db);
  if (difference.state !== 'current') throw StoreError.wrongSchema(difference);
}

async function readDifference(db: Queryable): Promise<SchemaDifference> {
  const [table] = await db<{ isThere: boolean }[]>`
    select to_regclass('schema_migrations') is not null as is_there`;
  if (!table?.isThere) return schemaDifference(undefined);
  const rows = await db<{ version: string }[]>`
    select version from schema_migrations order by version`;
  return schemaDifference(rows.map(({ version }) => version));
}
