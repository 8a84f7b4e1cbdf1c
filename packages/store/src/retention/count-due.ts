import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** How many days things would be kept; 0: for ever. */
export interface CountDueOptions {
  soundDays: number;
  transcriptDays: number;
  figureDays: number;
}

const count = z.number().int();
const countsSchema = z.object({ sounds: count, transcripts: count, figures: count });
/** Of how many calls the sound would go, how many would be erased, and of how many nothing would be left. */
export type DueCounts = z.infer<typeof countsSchema>;

/**
 * What would be deleted now, by the rules of `deleteDueSounds`, `eraseDueCalls` and `forgetFigures`, which
 * holds keep out of.
 */
export async function countDue(
  db: Queryable,
  { soundDays, transcriptDays, figureDays }: CountDueOptions,
): Promise<DueCounts> {
  const isOlder = (days: number) =>
    db`(${days}::integer > 0 and ended_at < now() - ${days}::integer * interval '1 day')`;
  const isToErase = () => db`
    (erased_at is null and ${isOlder(transcriptDays)} and c.status in ('closed', 'abandoned'))`;
  const [row] = await db`
    select count(*) filter (where ${isToErase()}) as transcripts,
      count(*) filter (
        where r.status = 'ready' and (${isOlder(soundDays)} or ${isToErase()})
      ) as sounds,
      count(*) filter (
        where ${isOlder(figureDays)} and (erased_at is not null or ${isToErase()})
      ) as figures
    from calls c left join recordings r on r.call_id = c.id
    where ended_at is not null and not legal_hold and (
      (erased_at is null and (${isOlder(soundDays)} or ${isOlder(transcriptDays)}))
      or (erased_at is not null and ${isOlder(figureDays)}))`;
  return countsSchema.parse(row);
}
