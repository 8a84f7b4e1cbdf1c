import 'server-only';
import { errorFields } from '@agent/process';
import {
  databaseUrl,
  freeJobsOfGone,
  type JobTasks,
  type RunJobsOptions,
  type RunningJobs,
  runJobs,
} from '@agent/store';
import { neverThrowing, type Rounds, startRounds } from '../rounds.ts';
import type { Services } from '../services.ts';
import { jobTasks, jobTimes } from './job-tasks.ts';

/** How the work on jobs is looked after. */
export interface JobTimings {
  /** Time between two looks whether this process works on jobs, and whether somebody who held one is gone. */
  lookEveryMs: number;
}

/** The figures of the product; tests have their own. */
export const jobTimings = { lookEveryMs: 15_000 } as const satisfies JobTimings;

type JobServices = Pick<
  Services,
  'db' | 'env' | 'exportDb' | 'log' | 'meters' | 'now' | 'settings'
>;

/** What tests do instead of the product's jobs. */
export interface JobWork {
  tasks: JobTasks;
  crontab: string;
}

/**
 * Works on jobs, which all processes share, until it is closed; begins again when it had to stop, as when
 * Postgres was away. What another process has left half-done, because it was killed, is done by one that is
 * there.
 */
export function startJobs(
  services: JobServices,
  work: JobWork = { tasks: jobTasks(services), crontab: jobTimes },
  timings: JobTimings = jobTimings,
): Rounds {
  const { db, env, log, meters } = services;
  let running: RunningJobs | undefined;
  const options: RunJobsOptions = {
    ...work,
    url: databaseUrl(env.DATABASE_URL, env.DATABASE_PASSWORD),
    onFailure(task, error) {
      meters.failedJobs.inc({ task });
      log.error({ task, ...errorFields(error) }, 'a job failed');
    },
    onTrouble: ({ task, jobId, error }) =>
      log.warn({ task, jobId, ...errorFields(error) }, 'there is trouble with jobs'),
  };
  const words = { fails: 'jobs cannot be worked on now', goesOn: 'jobs are worked on again' };
  const rounds = startRounds(() => neverThrowing(services, look, words), {
    everyMs: timings.lookEveryMs,
  });
  return {
    async close() {
      await rounds.close();
      await running?.close();
    },
  };

  async function look(): Promise<void> {
    running ??= await begin();
    const gone = await freeJobsOfGone(db, running.workerId);
    if (gone > 0) log.warn({ gone }, 'jobs of processes that are gone were given back');
  }

  async function begin(): Promise<RunningJobs> {
    const begun = await runJobs(options);
    void begun.stopped
      .catch((error: unknown) => log.warn(errorFields(error), 'the work on jobs has stopped'))
      .then(() => begun.close())
      .finally(() => {
        if (running === begun) running = undefined;
      });
    return begun;
  }
}
