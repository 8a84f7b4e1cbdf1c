import type { Queryable } from '../database/connect.ts';

/** How a job is to be done. */
export interface NewJob {
  task: string;
  payload?: unknown;
  /** A job that waits under this key is replaced. */
  key?: string;
  /** After so many failures it is given up. Default 25, over three days. */
  mostAttempts?: number;
}

/** Adds a job, once the transaction commits; any process may do it. */
export async function addJob(
  db: Queryable,
  { task, payload = {}, key, mostAttempts = 25 }: NewJob,
): Promise<void> {
  await db`
    select from jobs.add_job(${task}, payload => ${JSON.stringify(payload)}::json,
      job_key => ${key ?? null}::text, max_attempts => ${mostAttempts}::integer)`;
}
