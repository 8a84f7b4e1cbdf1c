import 'server-only';
import pLimit, { type LimitFunction } from 'p-limit';
import { Problem } from '../problem.ts';
import { processSingleton } from '../process-singleton.ts';

/** How many threads this process has for files at once, and how many may wait for one. */
export const workerPlaces = { atOnce: 2, waiting: 6 } as const;

const places = () =>
  processSingleton<LimitFunction>('report-places', () => pLimit(workerPlaces.atOnce));

/** Does something that needs a thread when there is a place for it; when too many wait, nobody else may. */
export function withPlace<T>(work: () => Promise<T>): Promise<T> {
  const limit = places();
  if (limit.pendingCount >= workerPlaces.waiting) {
    throw Problem.unavailable('Many reports are being made now. Try again in a minute.');
  }
  return limit(work);
}

/** The same for what is taken piece by piece: the place is taken until the last one. */
export async function* streamWithPlace<T>(stream: () => AsyncGenerator<T>): AsyncGenerator<T> {
  const begun = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const held = withPlace(async () => {
    begun.resolve();
    await over.promise;
  });
  try {
    await begun.promise;
    yield* stream();
  } finally {
    over.resolve();
    await held;
  }
}
