import { runMigrations } from 'graphile-worker';
import { JOBS_SCHEMA } from '../database/jobs-schema.ts';
import { jobsLog } from './jobs-log.ts';
import { openJobsPool } from './jobs-pool.ts';

/**
 * Makes the tables of graphile-worker, or brings them to its version, as the owner: the user of web and bot
 * may make none. `prepareAppRole` afterwards gives that user what working needs.
 */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const nothing = () => undefined;
  const pgPool = openJobsPool(ownerUrl, nothing);
  try {
    await runMigrations({ pgPool, schema: JOBS_SCHEMA, logger: jobsLog(nothing) });
  } finally {
    await pgPool.end();
  }
}
