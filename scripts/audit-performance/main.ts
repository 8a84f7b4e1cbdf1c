import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, type Database, openDatabase } from '@agent/store';
import { figureHead } from '../search-performance/figure.ts';
import { startStack } from '../start-stack.ts';
import { auditFigures } from './audit-figures.ts';
import { seedAudit } from './seed.ts';

/** `npm run bench:audit`: how long pages of the audit log take with many entries. */
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    times: { type: 'string', default: '40' },
  },
});
const [entries, times] = [Number(values.entries), Number(values.times)];
const dataDir = mkdtempSync(join(tmpdir(), 'audit-performance-'));
// A Postgres of its own, as `npm start` runs it, asked by the user of the web app.
const env = { DATABASE_URL: '', SEED_DEMO_CUSTOMERS: 'false' };
const stack = await startStack({ dataDir, ports: 'free', quiet: true, only: ['postgres'], env });
const owner = openDatabase(stack.databaseUrl, { max: 1 });
const app = openDatabase(stack.urls.appDatabase, { max: 1 });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void tidyUp().finally(() => process.exit(1)));
}
try {
  const startedAtMs = performance.now();
  await seedAudit(owner, { entries, onStep: print });
  const perEntryUs = Math.round(((performance.now() - startedAtMs) * 1_000) / entries);
  print(`${perEntryUs} µs for each entry; ${await megabytes(owner)} MB with its indexes.`);
  print(`Load before: ${loadavg()[0]?.toFixed(1)}.`);
  print(figureHead);
  const figures = await auditFigures(app, { times, onFigure: print });
  print(`Slowest at the 95th percentile: ${Math.max(...figures.map(({ p95 }) => p95))} ms.`);
} finally {
  await tidyUp();
}

async function tidyUp(): Promise<void> {
  await Promise.all([owner, app].map(closeDatabase));
  await stack.close();
  await rm(dataDir, { recursive: true, force: true });
}

async function megabytes(db: Database): Promise<number> {
  const [row] = await db<{ size: number }[]>`
    select (pg_total_relation_size('audit_log') / 1000000)::integer as size`;
  return row?.size ?? 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
