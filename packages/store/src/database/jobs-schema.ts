/** The schema of Postgres in which graphile-worker keeps jobs. */
export const JOBS_SCHEMA = 'jobs';
