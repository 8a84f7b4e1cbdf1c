import { runFloor } from './floor.ts';
import { withIncidents } from './odd-hours.ts';
import type {
  SampleAgent,
  SampleCall,
  SampleInterval,
  SamplePastOptions,
} from './sample-past.types.ts';
import { hireStaff } from './staff.ts';
import { storyOf } from './story.ts';

/** A call that is over, or null, and what agents did in it, or besides. */
export interface SamplePart {
  call: SampleCall | null;
  intervals: readonly SampleInterval[];
}

/** A past that never was. */
export interface SamplePast {
  agents: readonly SampleAgent[];
  /** In the order in which calls were over. Made while it is read; each reading gives the same. */
  parts(): Generator<SamplePart>;
}

const defaultBusyShare = 0.88;

/**
 * Makes up the past of a call centre: who called when, who answered, what was said, how it ended. A simulation,
 * so waits, abandons, breaks and what agents did fit together; the same options give the same past.
 */
export function createSamplePast(options: SamplePastOptions): SamplePast {
  const { seed, callsPerDay, busyShare = defaultBusyShare } = options;
  const staff = hireStaff({ seed, callsPerDay, busyShare });
  return {
    agents: staff.map(({ id, username, displayName }) => ({ id, username, displayName })),
    *parts() {
      for (const { visit, intervals } of runFloor(withIncidents(options), staff)) {
        yield { call: visit && storyOf(visit, options), intervals };
      }
    },
  };
}
