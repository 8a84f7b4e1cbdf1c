import { parseArgs } from 'node:util';
import { closeDatabase, databaseUrl, openDatabase } from '@agent/store';
import { processEnvironment, readScriptsEnv } from '../env.ts';
import { projectRoot } from '../project.ts';
import { findStackDatabase } from './find-stack-database.ts';
import { seedHistory } from './seed-history.ts';

/** `npm run seed:history`: a realistic past for trying the dashboards. */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '90' },
    'calls-per-day': { type: 'string', default: '1100' },
    seed: { type: 'string', default: '1' },
    force: { type: 'boolean', default: false },
    remove: { type: 'boolean', default: false },
  },
});

const settings = readScriptsEnv(processEnvironment());
const url = settings.DATABASE_URL
  ? databaseUrl(settings.DATABASE_URL, settings.DATABASE_PASSWORD)
  : findStackDatabase(`${projectRoot}/${settings.DATA_DIR}`);
if (url === undefined) fail('No stack runs here. Start one with npm start, or set DATABASE_URL.');
const wish = {
  days: wholeNumber('days', 730),
  callsPerDay: wholeNumber('calls-per-day', 20_000),
  seed: wholeNumber('seed', 2_000_000_000),
};
const db = openDatabase(url, { max: 2, applicationName: 'seed-history' });
try {
  const { refused } = await seedHistory(db, {
    ...wish,
    ...{ isForced: values.force, isRemoval: values.remove },
    onLine: (line) => process.stdout.write(`${line}\n`),
  });
  if (refused !== undefined) {
    process.stderr.write(`${refused}\n`);
    process.exitCode = 1;
  }
} finally {
  await closeDatabase(db);
}

function wholeNumber(name: 'days' | 'calls-per-day' | 'seed', most: number): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  return fail(`--${name} is a whole number from 1 to ${most}.`);
}

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
