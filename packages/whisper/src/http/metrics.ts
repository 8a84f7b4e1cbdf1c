import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { EngineResult } from '../engine/engine.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import type { Priority, Ticket } from '../queue/ticket.ts';

/** What the server counts, for `/metrics`. */
export interface WhisperMetrics {
  readonly registry: Registry;
  watchQueue(queue: JobQueue): void;
  started(ticket: Ticket, waitedMs: number): void;
  dropped(priority: Priority, reason: string): void;
  decoded(model: string, priority: Priority, result: EngineResult, audioMs: number): void;
  answered(status: number): void;
  workerCrashed(): void;
}

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10];
const FACTORS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];
const PRIORITIES = ['interim', 'final'] as const satisfies readonly Priority[];

/** Registers the metrics in a registry of their own. */
export function createMetrics(): WhisperMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const wait = new Histogram({
    name: 'whisper_wait_seconds',
    help: 'Time a job waited before it was decoded',
    labelNames: ['priority'],
    buckets: SECONDS,
    registers,
  });
  const decode = new Histogram({
    name: 'whisper_decode_seconds',
    help: 'Time of decoding, without waiting',
    labelNames: ['model', 'priority'],
    buckets: SECONDS,
    registers,
  });
  const factor = new Histogram({
    name: 'whisper_real_time_factor',
    help: 'Time of decoding divided by the length of the audio',
    labelNames: ['model', 'priority'],
    buckets: FACTORS,
    registers,
  });
  const dropped = counter('whisper_dropped_total', 'Jobs not decoded', ['priority', 'reason']);
  const again = counter('whisper_decoded_again_total', 'Texts that went in circles', ['model']);
  const answers = counter('whisper_answers_total', 'Answers by HTTP status', ['status']);
  const crashes = counter('whisper_worker_crashes_total', 'Speech workers that stopped', []);

  function counter<T extends string>(name: string, help: string, labelNames: T[]): Counter<T> {
    return new Counter({ name, help, labelNames, registers });
  }

  return {
    registry,
    watchQueue: (queue) => {
      const gauge = new Gauge({
        name: 'whisper_queue_depth',
        help: 'Jobs that wait',
        labelNames: ['priority'],
        registers,
        collect: () => {
          for (const priority of PRIORITIES) gauge.set({ priority }, queue.depth(priority));
        },
      });
    },
    started: ({ priority }, waitedMs) => wait.observe({ priority }, waitedMs / 1000),
    dropped: (priority, reason) => dropped.inc({ priority, reason }),
    decoded: (model, priority, result, audioMs) => {
      decode.observe({ model, priority }, result.decodeMs / 1000);
      factor.observe({ model, priority }, result.decodeMs / audioMs);
      if (result.decodedAgain) again.inc({ model });
    },
    answered: (status) => answers.inc({ status }),
    workerCrashed: () => crashes.inc(),
  };
}
