import { checkDays, type Database, rebuildDirtyDays, rebuildFacts } from '@agent/store';

/** Who hears how far it is, and what ends it early. */
export interface RebuildFiguresOptions {
  onStep: (line: string) => void;
  signal: AbortSignal;
}

/** Days whose sums are made between two lines of progress. */
const DAYS_AT_ONCE = 30;

/**
 * Works everything that figures are made of out anew, while calls go on: the facts of all calls of their logs, the
 * sums of all days that changed by that, and compares both in the end.
 */
export async function rebuildFigures(
  db: Database,
  { onStep, signal }: RebuildFiguresOptions,
): Promise<void> {
  let told = 0;
  const calls = await rebuildFacts(db, {
    among: 'all',
    signal,
    onProgress: ({ done, total }) => {
      const percent = Math.floor((100 * done) / total);
      if (percent >= told + 5 || done === total) onStep(`… ${done} of ${total} calls`);
      if (percent >= told + 5) told = percent;
    },
  });
  let days = await rebuildDays(db, { onStep, signal });
  const wrong = await checkDays(db, signal);
  if (wrong.length > 0) {
    onStep(`Days that differed from their calls, and are made anew: ${wrong.join(', ')}.`);
    days += await rebuildDays(db, { onStep, signal });
  }
  onStep(
    signal.aborted
      ? `Broken off after ${calls} calls and ${days} days; the same again begins anew.`
      : `The figures of ${calls} calls and ${days} days are made anew.`,
  );
}

async function rebuildDays(
  db: Database,
  { onStep, signal }: RebuildFiguresOptions,
): Promise<number> {
  let days = 0;
  while (!signal.aborted) {
    const done = await rebuildDirtyDays(db, { most: DAYS_AT_ONCE, signal });
    days += done.length;
    if (done.length > 0) onStep(`… ${days} days`);
    if (done.length < DAYS_AT_ONCE) break;
  }
  return days;
}
