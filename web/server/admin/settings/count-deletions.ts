import 'server-only';
import type { Deletions, DeletionsQuery } from '@agent/protocol';
import { countDue } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { limitRate } from '../../http/limit-rate.ts';
import type { Services } from '../../services.ts';

/** Each count looks at many calls. */
const limit = { limit: 30, windowMs: 60_000 };

/** What the next nightly run would delete if an admin kept things for so long. */
export async function countDeletions(
  services: Services,
  viewer: Viewer,
  { soundDays, transcriptDays, figureDays }: DeletionsQuery,
): Promise<Deletions> {
  const { userId } = requireRole(viewer, 'admin');
  const message = 'Too many questions at once. Wait a moment.';
  await limitRate(services, `settings-deletions:${userId}`, limit, message);
  const settings = await services.settings.readNow();
  return countDue(services.db, {
    soundDays: soundDays ?? settings.soundDays,
    transcriptDays: transcriptDays ?? settings.transcriptDays,
    figureDays: figureDays ?? settings.figureDays,
  });
}
