import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { closeDatabase, type Database, indexSessions, openDatabase } from '@agent/store';
import { projectRoot } from '../project.ts';
import { figureHead, figureLine } from '../search-performance/figure.ts';
import { fillGinIndexes } from '../search-performance/fill-gin-indexes.ts';
import { startStack } from '../start-stack.ts';
import { eraseFigure } from './erase-figures.ts';
import { historyFigures } from './history-figures.ts';
import { plansOf } from './plans.ts';
import { seedCalls } from './seed.ts';

/** `npm run bench:history`: how long lists, searches and logs take with many calls. */
const { values } = parseArgs({
  options: {
    json: { type: 'string', default: `${projectRoot}/.data/bench-history.json` },
    plans: { type: 'string', default: `${projectRoot}/.data/history-plans.md` },
    calls: { type: 'string', default: '100000' },
    times: { type: 'string', default: '40' },
  },
});
const mostCountMs = 5 * 60_000;
const [calls, times] = [Number(values.calls), Number(values.times)];
const dataDir = mkdtempSync(join(tmpdir(), 'history-performance-'));
// A Postgres of its own, as `npm start` runs it, asked by the user of the web app.
const env = { DATABASE_URL: '', SEED_DEMO_CUSTOMERS: 'false' };
const stack = await startStack({ dataDir, ports: 'free', quiet: true, only: ['postgres'], env });
// What was begun is ended, and its gigabytes are given back, also when somebody has seen enough.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void tidyUp().finally(() => process.exit(1)));
}
const owner = openDatabase(stack.databaseUrl, { max: 1 });
const app = openDatabase(stack.urls.appDatabase, { max: 1 });
const indexer = openDatabase(stack.urls.appDatabase, { max: 1 });
try {
  print(`… ${calls} calls are added`);
  await seedCalls(owner, { calls, onStep: print });
  const startedAtMs = performance.now();
  await fillGinIndexes(owner, 'call_search', () => indexAll(indexer));
  const indexMs = Math.round(performance.now() - startedAtMs);
  await untilCounted(owner);
  const sizes = await sizesOf(owner);
  print(`Indexed in ${Math.round(indexMs / 1_000)} s. ${JSON.stringify(sizes)}`);
  const load = loadavg()[0]?.toFixed(1);
  print(figureHead);
  const figures = await historyFigures(app, { times, onFigure: print });
  const plans = await plansOf(owner, join(dataDir, 'logs', 'postgres.log'));
  const erasing = await eraseFigure(app);
  figures.push(erasing);
  print(figureLine(erasing));
  const all = { takenAt: new Date().toISOString(), calls, times, load, indexMs, sizes, figures };
  write(values.json, `${JSON.stringify(all, null, 2)}\n`);
  write(values.plans, plans);
  print(`Load before: ${load}.`);
} finally {
  await tidyUp();
}

async function tidyUp(): Promise<void> {
  await Promise.all([owner, app, indexer].map(closeDatabase));
  await stack.close();
  await rm(dataDir, { recursive: true, force: true });
}

/** As the web process does it for calls from before there was an index. */
async function indexAll(db: Database): Promise<void> {
  let goOnBehind: Parameters<typeof indexSessions>[1]['behind'];
  do {
    const onUnsearchable = (callId: string) => print(`${callId} cannot be searched`);
    const asked = { language: 'english', among: 'all', limit: 500, behind: goOnBehind } as const;
    const done = await indexSessions(db, { ...asked, onUnsearchable });
    goOnBehind = done.outcome === 'indexed' ? done.goOnBehind : undefined;
  } while (goOnBehind);
}

/** Waits until Postgres has by itself counted anew what is in the tables, for some minutes at most. */
async function untilCounted(db: Database): Promise<void> {
  const untilMs = Date.now() + mostCountMs;
  while (Date.now() < untilMs) {
    const behind = await db`
      select relname from pg_stat_user_tables
      where relname in ('calls', 'call_events', 'call_search', 'recordings')
        and (last_autoanalyze is null or n_mod_since_analyze > 0.1 * n_live_tup)`;
    if (behind.length === 0) return;
    await sleep(2_000);
  }
  print('Postgres has not counted all tables; plans may be worse than they would be.');
}

async function sizesOf(db: Database): Promise<Record<string, number>> {
  const rows = await db<{ name: string; megabytes: number }[]>`
    select relname as name, (pg_total_relation_size(oid) / 1000000)::integer as megabytes
    from pg_class where relname in ('calls', 'call_events', 'call_search', 'call_search_words')`;
  const [row] = await db<{ events: number }[]>`select count(*)::integer as events from call_events`;
  const megabytes = rows.map(({ name, megabytes }) => [`${name} MB`, megabytes] as const);
  return Object.fromEntries([['events', row?.events ?? 0], ...megabytes]);
}

function write(file: string, text: string): void {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  print(`Written to ${path}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
