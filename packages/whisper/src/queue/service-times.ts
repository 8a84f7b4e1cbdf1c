import type { Priority } from './ticket.ts';

/** What a job of a tier usually takes, learnt from those done. */
export interface ServiceTimes {
  record(priority: Priority, tookMs: number): void;
  expectedMs(priority: Priority): number;
}

/** Before anything was measured: medians of a 2-core machine. */
const FIRST_GUESS_MS = { interim: 100, final: 300 } as const satisfies Record<Priority, number>;
/** Weight of the newest job; about the last ten count. */
const WEIGHT = 0.1;

/** Starts the exponential means from a guess. */
export function createServiceTimes(): ServiceTimes {
  const means: Record<Priority, number> = { ...FIRST_GUESS_MS };
  return {
    record: (priority, tookMs) => {
      means[priority] += WEIGHT * (tookMs - means[priority]);
    },
    expectedMs: (priority) => means[priority],
  };
}
