import 'server-only';
import { forgetOldAlerts, type JobTasks, watchFigures } from '@agent/store';
import type { Services } from '../services.ts';

/** What one transaction deletes at most. */
const forgottenAtOnce = 500;

/**
 * When jobs come up by themselves, in UTC. A key keeps one of each: one that a dead process has left takes no
 * other's place. What is due by local time asks so itself.
 */
export const jobTimes = `
*/5 * * * * watch-figures ?jobKey=watch-figures&max=3
17 * * * * forget-alerts ?jobKey=forget-alerts&max=3
`;

/** What is done beside requests, by whichever process comes first. Each may be done again: it changes nothing then. */
export function jobTasks({ db, log, now }: Pick<Services, 'db' | 'log' | 'now'>): JobTasks {
  return {
    async 'watch-figures'() {
      const { judged, opened, closed } = await watchFigures(db, now());
      if (opened + closed > 0) log.info({ judged, opened, closed }, 'figures were watched');
    },
    async 'forget-alerts'(_payload, signal) {
      let forgotten = 0;
      for (let batch = 1; batch > 0 && !signal?.aborted; forgotten += batch) {
        batch = await forgetOldAlerts(db, forgottenAtOnce);
      }
      if (forgotten > 0) log.info({ forgotten }, 'old alerts of figures were deleted');
    },
  };
}
