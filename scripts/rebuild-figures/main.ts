import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { closeDatabase, databaseUrl, openDatabase, requireSchema } from '@agent/store';
import { z } from 'zod';
import { processEnvironment, readScriptsEnv } from '../env.ts';
import { projectRoot } from '../project.ts';
import { StackError } from '../stack-error.ts';
import { rebuildFigures } from './rebuild-figures.ts';

const stackSchema = z.object({ urls: z.object({ appDatabase: z.string() }) });

/**
 * `npm run figures:rebuild`: makes all figures anew, in the database of the environment, else in that of the
 * stack that runs here. Ctrl-C ends it between two batches.
 */
const db = openDatabase(address(), { max: 2, applicationName: 'figures' });
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
try {
  await requireSchema(db);
  const onStep = (line: string) => void process.stdout.write(`${line}\n`);
  await rebuildFigures(db, { onStep, signal: ending.signal });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase(db);
}

function address(): string {
  const { DATABASE_URL, DATABASE_PASSWORD, DATA_DIR } = readScriptsEnv(processEnvironment());
  if (DATABASE_URL !== undefined) return databaseUrl(DATABASE_URL, DATABASE_PASSWORD);
  const folder = isAbsolute(DATA_DIR) ? DATA_DIR : join(projectRoot, DATA_DIR);
  const file = join(folder, 'stack.json');
  if (!existsSync(file)) {
    throw StackError.badEnvironment('no stack runs here, and DATABASE_URL is not set');
  }
  return stackSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).urls.appDatabase;
}
