import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PartsToAssemble, SealedSound } from './assemble-parts.ts';

/** Far more than an hour of a call takes; what needs longer is stuck. */
const PATIENCE_MS = 120_000;
/** Objects of a call of many hours; the sound itself lies outside of the heap. */
const HEAP_MB = 256;

/**
 * Makes one sound of the parts of a call in a thread of its own, whose memory goes with it. Rejects
 * when the thread fails, needs too much, or is told to stop.
 */
export async function assembleInWorker(
  what: PartsToAssemble,
  signal: AbortSignal,
): Promise<SealedSound | undefined> {
  const worker = new Worker(new URL('./assemble-worker.ts', import.meta.url), {
    workerData: what,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 8 },
  });
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const exited = once(worker, 'exit', { signal: inTime }).then(() => {
      throw new Error('The thread that assembles ended without a word.');
    });
    exited.catch(() => undefined);
    const [sound] = await Promise.race([once(worker, 'message', { signal: inTime }), exited]);
    return sound;
  } finally {
    await worker.terminate();
  }
}
