import 'server-only';
import {
  addJob,
  checkDays,
  findDueReports,
  forgetOldAlerts,
  forgetOldReports,
  type JobTasks,
  lastJobRun,
  noteJobRun,
  readFigureZone,
  rebuildDirtyDays,
  setFigureZone,
  watchFigures,
} from '@agent/store';
import {
  makeScheduledReport,
  scheduledReportSchema,
} from '../reports/scheduled/make-scheduled-report.ts';
import type { Services } from '../services.ts';
import { isDueAtNight } from './night.ts';

/** From this hour on, in the zone of the figures, the days are checked; after retention, which changes some. */
const checkAtHour = 4;
/** What one transaction deletes at most. */
const forgottenAtOnce = 500;

/**
 * When jobs come up by themselves, in UTC. A key keeps one of each: one that a dead process has left takes no
 * other's place. What is due by local time asks so itself.
 */
export const jobTimes = `
*/5 * * * * watch-figures ?jobKey=watch-figures&max=3
* * * * * cut-days ?jobKey=cut-days&max=3
* * * * * rebuild-days ?jobKey=rebuild-days&max=3
37 * * * * check-days ?jobKey=check-days&max=3
17 * * * * forget-alerts ?jobKey=forget-alerts&max=3
* * * * * find-reports ?jobKey=find-reports&max=3
47 * * * * forget-reports ?jobKey=forget-reports&max=3
`;

type TaskServices = Pick<Services, 'db' | 'env' | 'exportDb' | 'log' | 'now' | 'settings'>;

/** What is done beside requests, by whichever process comes first. Each may be done again: it changes nothing then. */
export function jobTasks(services: TaskServices): JobTasks {
  const { db, log, now, settings } = services;
  return {
    async 'watch-figures'() {
      const { judged, opened, closed } = await watchFigures(db, now());
      if (opened + closed > 0) log.info({ judged, opened, closed }, 'figures were watched');
    },
    async 'cut-days'(_payload, signal) {
      const { reportZone } = await settings.readNow();
      const isNew = await setFigureZone(db, reportZone, signal);
      if (isNew && !signal?.aborted)
        log.info({ zone: reportZone }, 'days of figures were cut anew');
    },
    async 'rebuild-days'(_payload, signal) {
      const days = await rebuildDirtyDays(db, signal ? { signal } : {});
      if (days.length > 0) log.debug({ days: days.length }, 'sums of days were made anew');
    },
    async 'check-days'(_payload, signal) {
      const { zone: reportZone } = await readFigureZone(db);
      const last = await lastJobRun(db, 'check-days');
      if (!isDueAtNight(last, now(), { hour: checkAtHour, reportZone })) return;
      const wrong = await checkDays(db, signal);
      if (signal?.aborted) return;
      await noteJobRun(db, 'check-days');
      if (wrong.length > 0)
        log.error({ days: wrong }, 'sums of days were wrong, and are made anew');
      else log.info('sums of all days are right');
    },
    async 'forget-alerts'(_payload, signal) {
      let forgotten = 0;
      for (let batch = 1; batch > 0 && !signal?.aborted; forgotten += batch) {
        batch = await forgetOldAlerts(db, forgottenAtOnce);
      }
      if (forgotten > 0) log.info({ forgotten }, 'old alerts of figures were deleted');
    },
    async 'find-reports'() {
      for (const due of await findDueReports(db, now())) {
        const key = `report:${due.scheduleId}:${due.dueDay}`;
        await addJob(db, { task: 'make-report', payload: due, key, mostAttempts: 8 });
      }
    },
    async 'make-report'(payload, signal) {
      await makeScheduledReport(services, scheduledReportSchema.parse(payload), signal);
    },
    async 'forget-reports'(_payload, signal) {
      let forgotten = 0;
      for (let batch = 1; batch > 0 && !signal?.aborted; forgotten += batch) {
        batch = await forgetOldReports(db, forgottenAtOnce);
      }
      if (forgotten > 0) log.info({ forgotten }, 'old reports were deleted');
    },
  };
}
