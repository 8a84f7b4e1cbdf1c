import { EventEmitter } from 'node:events';
import { type Runner, run, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { JOBS_SCHEMA } from '../database/jobs-schema.ts';
import { type JobsTrouble, jobsLog } from './jobs-log.ts';
import { openJobsPool } from './jobs-pool.ts';

/** What can be done, by name. `signal` tells that this process is to stop. */
export type JobTasks = Readonly<
  Record<string, (payload: unknown, signal: AbortSignal | undefined) => Promise<void>>
>;

/** Who does which jobs, and when they come up by themselves. */
export interface RunJobsOptions {
  /** Of the user of web and bot. */
  url: string;
  tasks: JobTasks;
  /** As graphile-worker reads it; times are UTC. */
  crontab: string;
  /** A job has failed; it is tried again later, each time after longer. */
  onFailure: (task: string, error: unknown) => void;
  onTrouble: (trouble: JobsTrouble) => void;
}

/** A worker. */
export interface RunningJobs {
  /** As which it holds jobs; see `freeJobsOfGone`. */
  workerId: string;
  /** Settles when it stops, whatever the reason; rejects when it was not told to. */
  stopped: Promise<void>;
  /** Lets the job at hand end and stops. Calling it twice is harmless. */
  close(): Promise<void>;
}

/** A job that is tried again says no more than this in the tables: errors may quote what people said. */
const failedText = 'It failed; the log of the process says how.';

/** Works on jobs, one at a time, until it is closed. Throws when the tables of jobs cannot be used. */
export async function runJobs(options: RunJobsOptions): Promise<RunningJobs> {
  const { url, crontab, onTrouble } = options;
  const pgPool = openJobsPool(url, (error) =>
    onTrouble({ task: undefined, jobId: undefined, error }),
  );
  const events: WorkerEvents = new EventEmitter();
  let workerId = '';
  events.on('pool:create', ({ workerPool }) => {
    workerId = workerPool.id;
  });
  const runner = await startRunner(options, pgPool).catch(async (error: unknown) => {
    await pgPool.end();
    throw error;
  });
  // Whoever does not ask why it stopped is not to fall over it.
  void runner.promise.catch(() => undefined);
  let closing: Promise<void> | undefined;
  return {
    workerId,
    stopped: runner.promise,
    close: () => {
      closing ??= runner
        .stop()
        // It has stopped by itself, which `stopped` tells.
        .catch(() => undefined)
        .then(() => pgPool.end());
      return closing;
    },
  };

  function startRunner({ tasks, onFailure }: RunJobsOptions, pool: Pool): Promise<Runner> {
    return run({
      ...{ pgPool: pool, events, schema: JOBS_SCHEMA, crontab, concurrency: 1 },
      ...{ noHandleSignals: true, logger: jobsLog(onTrouble) },
      taskList: Object.fromEntries(
        Object.entries(tasks).map(([name, task]) => [
          name,
          async (payload: unknown, { abortSignal }: { abortSignal?: AbortSignal }) => {
            try {
              await task(payload, abortSignal);
            } catch (error) {
              onFailure(name, error);
              throw new Error(failedText);
            }
          },
        ]),
      ),
    });
  }
}
