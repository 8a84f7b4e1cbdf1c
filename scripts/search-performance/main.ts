import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, openDatabase } from '@agent/store';
import { projectRoot } from '../project.ts';
import { startStack } from '../start-stack.ts';
import { figureHead } from './figure.ts';
import { searchFigures } from './search-figures.ts';
import { seedMany } from './seed.ts';

/** `npm run bench:search`: how long searches and meters take with many customers and calls. */
const { values } = parseArgs({
  options: {
    json: { type: 'string', default: `${projectRoot}/.data/bench-search.json` },
    customers: { type: 'string', default: '100000' },
    times: { type: 'string', default: '30' },
  },
});
const [customers, times] = [Number(values.customers), Number(values.times)];
const dataDir = mkdtempSync(join(tmpdir(), 'search-performance-'));
// A Postgres of its own, as `npm start` runs it, asked by the user of the web app.
const env = { DATABASE_URL: '', SEED_DEMO_CUSTOMERS: 'false' };
const stack = await startStack({ dataDir, ports: 'free', quiet: true, only: ['postgres'], env });
const owner = openDatabase(stack.databaseUrl, { max: 1 });
const app = openDatabase(stack.urls.appDatabase, { max: 1 });
try {
  print(`… ${customers} customers and calls are added`);
  await seedMany(owner, customers);
  const load = loadavg()[0]?.toFixed(1);
  print(figureHead);
  const figures = await searchFigures(app, { times, onFigure: (line) => print(line) });
  const jsonFile = resolve(values.json);
  mkdirSync(dirname(jsonFile), { recursive: true });
  const all = { takenAt: new Date().toISOString(), customers, times, load, figures };
  writeFileSync(jsonFile, `${JSON.stringify(all, null, 2)}\n`);
  print(`Load before: ${load}. Written to ${jsonFile}`);
} finally {
  await Promise.all([closeDatabase(owner), closeDatabase(app)]);
  await stack.close();
  await rm(dataDir, { recursive: true, force: true });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
