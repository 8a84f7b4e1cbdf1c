import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, databaseUrl, openDatabase } from '@agent/store';
import { projectRoot } from '../project.ts';
import { startStack } from '../start-stack.ts';
import { dashboardFigures } from './dashboard-figures.ts';
import { exportFigures, exportLine } from './export-figures.ts';
import { fillPast } from './fill-past.ts';
import { historyFigures } from './history-figures.ts';
import { reportHead, reportLine } from './report-figure.ts';
import { openSupervisors } from './supervisor.ts';

/** `npm run bench:reports`: how long dashboards, lists and searches take with the calls of 90 days. */
const { values } = parseArgs({
  options: {
    json: { type: 'string', default: `${projectRoot}/.data/bench-reports.json` },
    /** One that is filled already, as by seed:history; its owner. Default: a throw-away one. */
    database: { type: 'string' },
    days: { type: 'string', default: '90' },
    'calls-per-day': { type: 'string', default: '1115' },
    times: { type: 'string', default: '40' },
  },
});
const times = Number(values.times);
const usersAtOnce = 4;
const dataDir = mkdtempSync(join(tmpdir(), 'reports-performance-'));
const given = values.database ? databaseUrl(values.database, undefined) : '';
const stack = await startStack({
  ...{ dataDir, ports: 'free', quiet: true },
  only: given === '' ? ['postgres', 'livekit', 'web'] : ['livekit', 'web'],
  env: { DATABASE_URL: given, SEED_DEMO_CUSTOMERS: 'false' },
});
// What was begun is ended, and its gigabytes are given back, also when somebody has seen enough.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void tidyUp().finally(() => process.exit(1)));
}
const owner = openDatabase(stack.databaseUrl, { max: 2 });
const app = openDatabase(stack.urls.appDatabase, { max: 1 });
try {
  if (given === '') {
    const past = { days: Number(values.days), callsPerDay: Number(values['calls-per-day']) };
    await fillPast(owner, { ...past, onLine: print });
  }
  const [sizes] = await owner`
    select (select count(*) from calls) as calls,
      (select reltuples::bigint from pg_class where oid = 'call_events'::regclass) as events,
      pg_size_pretty(pg_database_size(current_database())) as size`;
  print(`${JSON.stringify(sizes)}`);
  const load = loadavg()[0]?.toFixed(1);
  const supervisors = await openSupervisors(owner, stack.urls.web, usersAtOnce);
  print(reportHead);
  const dashboards = await dashboardFigures(supervisors, { times });
  const history = await historyFigures(app, { times });
  const [person] = supervisors;
  const exports = person ? await exportFigures(person, stack.pids.web ?? 0) : [];
  for (const figure of [...dashboards.all, ...history.all]) print(reportLine(figure));
  for (const one of exports) print(exportLine(one));
  const { dashboardMs, dashboardFourUsersMs } = dashboards;
  const { historyListMs, searchMs } = history;
  write({
    ...{ dashboardMs, dashboardFourUsersMs, historyListMs, searchMs, exports },
    ...{ takenAt: new Date().toISOString(), load, sizes },
    figures: [...dashboards.all, ...history.all],
  });
} finally {
  await tidyUp();
}

async function tidyUp(): Promise<void> {
  await Promise.all([owner, app].map(closeDatabase));
  await stack.close();
  await rm(dataDir, { recursive: true, force: true });
}

function write(figures: object): void {
  const path = resolve(values.json);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(figures, null, 2)}\n`);
  print(`Written to ${path}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
