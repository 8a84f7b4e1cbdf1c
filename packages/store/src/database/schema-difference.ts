import { schemaVersions } from './schema-versions.ts';

/** How the database's schema stands to the one that this program was made for. */
export type SchemaState = 'current' | 'missing' | 'older' | 'newer' | 'different';

/** What tells the database's schema from ours. */
export interface SchemaDifference {
  state: SchemaState;
  /** Our migrations that the database has not had. */
  lacking: readonly string[];
  /** The database's migrations that this program does not know. */
  unknown: readonly string[];
}

/** Compares the migrations the database has had, none or undefined when it never had any, with ours. */
export function schemaDifference(applied: readonly string[] | undefined): SchemaDifference {
  const known = applied ?? [];
  const lacking = schemaVersions.filter((version) => !known.includes(version));
  const unknown = known.filter((version) => !schemaVersions.includes(version));
  return { state: known.length === 0 ? 'missing' : stateOf(lacking, unknown), lacking, unknown };
}

/** One line for who starts the program: what is wrong, and what to do. */
export function wrongSchemaMessage({ state, lacking, unknown }: SchemaDifference): string {
  const lacks = `it lacks ${lacking.join(', ')}`;
  const has = `it has ${unknown.join(', ')}, which this version does not know`;
  switch (state) {
    case 'current':
      return 'The database has the schema of this version.';
    case 'missing':
      return 'The database has no schema yet: run `node scripts/set-up-database.ts` first.';
    case 'older':
      return `The database's schema is older than this version: ${lacks}. Run \`node scripts/set-up-database.ts\` first.`;
    case 'newer':
      return `The database's schema is newer than this version: ${has}. Start the version that migrated it.`;
    case 'different':
      return `The database's schema is another version's: ${lacks}; ${has}. Start the version that migrated it, or restore a backup.`;
    default:
      return state satisfies never;
  }
}

function stateOf(lacking: readonly string[], unknown: readonly string[]): SchemaState {
  if (lacking.length > 0) return unknown.length > 0 ? 'different' : 'older';
  return unknown.length > 0 ? 'newer' : 'current';
}
