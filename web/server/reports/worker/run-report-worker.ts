import 'server-only';
import { once } from 'node:events';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { ReportWork, WorkerNews } from './report-work.ts';

/** What a thread may take: one that needs more is ended by Node, and nothing else is. */
const limits: Readonly<Record<ReportWork['kind'], ResourceLimits>> = {
  'calls.csv': { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 },
  'calls.xlsx': { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 },
  'dashboard.pdf': { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
};

/** How a thread is looked after. */
export interface RunOptions {
  signal: AbortSignal;
  /** Told once the calls are held, before the first piece. */
  onOpened?: () => void;
}

/**
 * The pieces of a file that a thread of its own makes, each when the one before has been taken. The thread ends
 * with the generator, however that ends, and with the signal.
 */
export async function* runReportWorker(
  work: ReportWork,
  { signal, onOpened }: RunOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  signal.throwIfAborted();
  // So written, the build finds the thread's program and makes a bundle of it.
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: limits[work.kind],
  });
  const exited = once(worker, 'exit', { signal }).then(() => {
    throw new Error('The thread of a report has ended.');
  });
  exited.catch(() => undefined);
  try {
    for (;;) {
      // `once` also rejects with what the thread dies of, as when its memory is not enough.
      const [news] = (await Promise.race([once(worker, 'message', { signal }), exited])) as [
        WorkerNews,
      ];
      switch (news.is) {
        case 'opened':
          onOpened?.();
          break;
        case 'piece':
          yield news.bytes;
          break;
        case 'done':
          return;
        case 'failed':
          throw Object.assign(new Error('A report could not be made.'), {
            name: news.name,
            stack: news.stack,
          });
        default:
          news satisfies never;
      }
      worker.postMessage('go on');
    }
  } finally {
    await worker.terminate();
  }
}
