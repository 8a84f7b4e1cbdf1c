import {
  beginSampleData,
  beginSampleRemoval,
  type Database,
  emptySampleData,
  fillSampleData,
  findSampleData,
  hasRealCalls,
  mayPass,
  type SampleDataRow,
  type SampleWork,
} from '@agent/store';

/** How much past there is to be, and who is told. */
export interface SeedHistoryOptions {
  days: number;
  callsPerDay: number;
  seed: number;
  /** Also beside real calls. */
  isForced: boolean;
  /** Takes it all away instead. */
  isRemoval: boolean;
  onLine: (line: string) => void;
}

/** Why nothing was done; none when it was. */
export interface SeedOutcome {
  refused?: string;
}

/** Calls in one transaction: nobody else has to be answered in between. */
const batch = 100;
const tellEveryMs = 5_000;
/** Those that have grown from nothing. */
const tables = [
  ...['calls', 'call_events', 'call_facts', 'call_card_facts', 'agent_intervals'],
  ...['metric_days', 'metric_hours', 'card_days', 'outcome_days', 'agent_days'],
];

/**
 * Fills a database with a past that never was, all of it marked as sample data, or takes that away. Broken off,
 * it goes on where it was. It refuses where people have really called, unless it is forced: nothing real is
 * touched then either, but figures count both.
 */
export async function seedHistory(
  db: Database,
  { isForced, isRemoval, onLine, days, callsPerDay, seed }: SeedHistoryOptions,
): Promise<SeedOutcome> {
  const startedAtMs = performance.now();
  const onProgress = createProgress(isRemoval ? 'gone' : 'there', onLine);
  if (isRemoval) {
    if (!(await beginSampleRemoval(db))) return { refused: 'There is no sample data.' };
    const work = await emptySampleData(db, { batch, onProgress });
    if (work === 'done') onLine(`Removed in ${secondsSince(startedAtMs)} s.`);
    return outcomeOf(work);
  }
  const there = await findSampleData(db);
  const refused = there ? refusalOf(there) : await refusalOfReal(db, isForced);
  if (refused !== undefined) return { refused };
  if (there) onLine('… goes on where it was broken off, with the numbers of then');
  else await beginSampleData(db, { days, callsPerDay, seed, addedBy: 'script' });
  const work = await fillSampleData(db, { batch, onProgress });
  if (work !== 'done') return outcomeOf(work);
  for (const table of tables) await analyze(db, table);
  const calls = (await findSampleData(db))?.callsDone ?? 0;
  onLine(`${calls} calls in ${secondsSince(startedAtMs)} s.`);
  onLine('The web app makes them searchable by and by; lists and figures have them already.');
  return {};
}

/** Postgres does so by itself before long: on a machine that is too busy for it now nothing is lost. */
async function analyze(db: Database, table: string): Promise<void> {
  await db`analyze ${db.raw(table)}`.then(undefined, (error) => {
    if (!mayPass(error)) throw error;
  });
}

function refusalOf({ state, addedBy }: SampleDataRow): string | undefined {
  const remove = 'Remove it first: npm run seed:history -- --remove';
  if (state === 'ready') return `There is sample data already. ${remove}`;
  if (state === 'removing') return 'Sample data is being removed. Try again in a moment.';
  return addedBy === 'web' ? `The web app is adding sample data. ${remove}` : undefined;
}

async function refusalOfReal(db: Database, isForced: boolean): Promise<string | undefined> {
  if (isForced || !(await hasRealCalls(db))) return undefined;
  return (
    'People have really called here, and figures would count both. With --force the sample comes beside ' +
    'them; it is marked, and --remove takes it away again without touching anything real.'
  );
}

function outcomeOf(work: SampleWork): SeedOutcome {
  switch (work) {
    case 'done':
      return {};
    case 'elsewhere':
      return { refused: 'Somebody else is at it just now.' };
    case 'stopped':
      return { refused: 'It was stopped, as somebody wants something else now.' };
    default:
      return work satisfies never;
  }
}

function createProgress(where: 'there' | 'gone', onLine: (line: string) => void) {
  let toldAtMs = performance.now();
  return (calls: number) => {
    if (performance.now() - toldAtMs < tellEveryMs) return;
    toldAtMs = performance.now();
    onLine(`… ${calls} calls are ${where}`);
  };
}

function secondsSince(startedAtMs: number): number {
  return Math.round((performance.now() - startedAtMs) / 1_000);
}
