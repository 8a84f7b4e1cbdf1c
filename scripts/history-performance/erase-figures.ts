import { type Database, eraseDueCalls } from '@agent/store';
import { backendProcessor, type Figure, figureOf } from '../search-performance/figure.ts';

const callsToErase = 1_000;
/** As the nightly job does it. */
const batch = { limit: 500, mostEvents: 20_000 };

/** Erases the oldest calls by their age, a batch after the other until there are enough. */
export async function eraseFigure(db: Database): Promise<Figure> {
  const processorMs = await backendProcessor(db);
  // So many are over for so many days; a few more or less make no difference.
  const [row] = await db<{ days: number }[]>`
    select floor(extract(epoch from now() - ended_at) / 86400)::integer as days from calls
    where ended_at is not null and erased_at is null order by ended_at limit 1 offset ${callsToErase}`;
  const afterDays = row?.days ?? 0;
  let erased = 0;
  return figureOf(
    `erasing about ${callsToErase} calls`,
    [undefined],
    async () => {
      for (;;) {
        const done = (await eraseDueCalls(db, { ...batch, afterDays })) ?? [];
        erased += done.length;
        if (done.length === 0 || erased >= callsToErase) return erased;
      }
    },
    processorMs,
  );
}
