import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** How many days things would be kept; 0: for ever. */
export interface CountDueOptions {
  soundDays: number;
  transcriptDays: number;
}

const countsSchema = z.object({ sounds: z.number().int(), transcripts: z.number().int() });
/** Of how many calls the sound would go, and how many would be erased. */
export type DueCounts = z.infer<typeof countsSchema>;

/** What would be deleted now, by the rules of `deleteDueSounds` and `eraseDueCalls`, which holds keep out of. */
export async function countDue(
  db: Queryable,
  { soundDays, transcriptDays }: CountDueOptions,
): Promise<DueCounts> {
  const isOlder = (days: number) =>
    db`(${days}::integer > 0 and ended_at < now() - ${days}::integer * interval '1 day')`;
  const isErased = () => db`(${isOlder(transcriptDays)} and c.status in ('closed', 'abandoned'))`;
  const [row] = await db`
    select count(*) filter (where ${isErased()}) as transcripts,
      count(*) filter (where r.status = 'ready' and (${isOlder(soundDays)} or ${isErased()})) as sounds
    from calls c left join recordings r on r.call_id = c.id
    where ended_at is not null and erased_at is null and not legal_hold
      and (${isOlder(soundDays)} or ${isOlder(transcriptDays)})`;
  return countsSchema.parse(row);
}
