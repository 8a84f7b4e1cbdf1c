import { setInterval as every } from 'node:timers/promises';
import { openDatabase } from '../database/connect.ts';
import { freeJobsOfGone } from '../jobs/free-jobs.ts';
import { runJobs } from '../jobs/run-jobs.ts';

/**
 * A process that begins a job, notes that in the database, and never comes to its end: tests kill it in the
 * middle. `node job-process.ts URL`.
 */
const [, , url = ''] = process.argv;
const db = openDatabase(url, { max: 2 });

const { workerId } = await runJobs({
  ...{ url, crontab: '' },
  tasks: {
    async note() {
      await db`insert into job_notes (by_whom, what) values ('killed', 'begun')`;
      await new Promise(() => undefined);
    },
  },
  onFailure: () => undefined,
  onTrouble: () => undefined,
});
for await (const _ of every(200)) await freeJobsOfGone(db, workerId);
