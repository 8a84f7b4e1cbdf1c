import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const stackSchema = z.object({ urls: z.object({ database: z.string() }) });

/** The database of the stack that runs with this data folder, as its owner; undefined when none does. */
export function findStackDatabase(dataDir: string): string | undefined {
  const file = `${dataDir}/stack.json`;
  if (!existsSync(file)) return undefined;
  return stackSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).urls.database;
}
