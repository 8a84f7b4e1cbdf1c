import 'server-only';
import { Problem } from '../problem.ts';
import type { ReportWork } from './worker/report-work.ts';
import { runReportWorker } from './worker/run-report-worker.ts';
import { withPlace } from './worker-places.ts';

/** A file that takes longer is given up. */
const mostMs = 90_000;

/** A file that a thread makes as a whole, given up when nobody wants it any more or it takes too long. */
export function wholeFile(work: ReportWork, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return withPlace(async () => {
    const late = AbortSignal.timeout(mostMs);
    try {
      let whole: Uint8Array<ArrayBuffer> | undefined;
      const pieces = runReportWorker(work, { signal: AbortSignal.any([signal, late]) });
      for await (const piece of pieces) whole = piece;
      if (!whole) throw new Error('The thread of a report has made nothing.');
      return whole;
    } catch (error) {
      if (late.aborted)
        throw Problem.unavailable('This report takes too long. Choose a shorter period.');
      throw error;
    }
  });
}
