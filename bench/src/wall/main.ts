import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startStack } from '@agent/scripts/stack';
import { closeDatabase, openDatabase } from '@agent/store';
import { usageOf } from '../process-usage.ts';
import { createLiveCalls, keepAlive } from './live-calls.ts';
import { loadCalls } from './load-calls.ts';
import { type WallFigures, wallLines } from './wall-figures.ts';
import { openWallViewers } from './wall-viewers.ts';

/** `npm run bench:wall`: how soon a change is on the wall, and what the wall costs. */
const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '100' },
    changes: { type: 'string', default: '60' },
    viewers: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'string', default: '.data/bench-wall.json' },
  },
});
const [calls, changesPerSecond, viewers, seconds] = [
  Number(values.calls),
  Number(values.changes),
  Number(values.viewers),
  Number(values.seconds),
];
const dataDir = mkdtempSync(join(tmpdir(), 'wall-performance-'));
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
const stack = await startStack({
  ...{ dataDir, ports: 'free', quiet: true, signal: stopping.signal },
  only: ['postgres', 'livekit', 'web'],
  env: { SEED_DEMO_CUSTOMERS: 'false' },
});
const db = openDatabase(stack.databaseUrl, { max: 8, applicationName: 'bench' });
try {
  const live = await createLiveCalls(db, calls);
  const living = keepAlive(db, stopping.signal);
  const load = (probes?: Parameters<typeof loadCalls>[1]['probes']) =>
    loadCalls(db, { calls: live, changesPerSecond, seconds, probes, signal: stopping.signal });

  const [idle] = await whileMeasured(() => load());
  const looking = await openWallViewers(stack, viewers, stopping.signal);
  await wait(10_000, undefined, { signal: stopping.signal });
  const bytesBefore = looking.bytes();
  const [watched, appended] = await whileMeasured(() => load(looking));
  const bytesPerSecond = (looking.bytes() - bytesBefore) / viewers / seconds;
  await wait(2_000, undefined, { signal: stopping.signal });
  const figures: WallFigures = {
    ...{ calls, viewers, changesPerSecond: appended / seconds },
    latenciesMs: looking.latenciesMs(),
    unseen: looking.unseen(),
    bytesPerSecond,
    idle,
    watched,
    load: loadavg()[0] ?? 0,
  };
  for (const line of wallLines(figures)) process.stdout.write(`${line}\n`);
  mkdirSync(dirname(values.json), { recursive: true });
  writeFileSync(values.json, JSON.stringify(figures));
  stopping.abort();
  await living;
} finally {
  stopping.abort();
  await closeDatabase(db);
  await stack.close();
  await rm(dataDir, { recursive: true, force: true });
}

/** What the web process and Postgres have computed meanwhile, as shares of one core. */
async function whileMeasured<T>(work: () => Promise<T>) {
  const read = () => Promise.all([usageOf(stack.pids.web), usageOf(stack.pids.postgres)]);
  const before = await read();
  const done = await work();
  const after = await read();
  const [web, postgres] = after.map((sample, index) => {
    const first = before[index];
    if (!sample || !first) return null;
    return (sample.cpuMs - first.cpuMs) / (sample.atMs - first.atMs);
  });
  return [{ web: web ?? null, postgres: postgres ?? null }, done] as const;
}
