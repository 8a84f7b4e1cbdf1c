import { parentPort, workerData } from 'node:worker_threads';
import { assembleParts } from './assemble-parts.ts';

// Its data comes from `assemble-in-worker.ts` alone.
parentPort?.postMessage(await assembleParts(workerData));
