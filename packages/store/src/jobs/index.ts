export { addJob, type NewJob } from './add-job.ts';
export { freeJobsOfGone } from './free-jobs.ts';
export type { JobsTrouble } from './jobs-log.ts';
export { migrateJobs } from './migrate-jobs.ts';
export { type JobTasks, type RunJobsOptions, type RunningJobs, runJobs } from './run-jobs.ts';
