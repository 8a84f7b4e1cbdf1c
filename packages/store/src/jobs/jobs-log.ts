import { Logger } from 'graphile-worker';
import { z } from 'zod';

/** Something that graphile-worker has trouble with: the queue itself, not a job of ours. */
export interface JobsTrouble {
  /** Which task it is about; undefined: none. */
  task: string | undefined;
  jobId: string | undefined;
  error: unknown;
}

const metaSchema = z.object({ error: z.unknown().optional() }).optional();

/**
 * A log for graphile-worker that tells of trouble only, and only by the error that came with it: its sentences
 * may quote what is in a job.
 */
export function jobsLog(onTrouble: (trouble: JobsTrouble) => void): Logger {
  return new Logger((scope) => (level, _sentence, meta) => {
    if (level !== 'error' && level !== 'warning') return;
    const error = metaSchema.safeParse(meta).data?.error;
    onTrouble({ task: scope.taskIdentifier, jobId: scope.jobId, error });
  });
}
