import { formatTimer } from '../format/clock.ts';

/** Strings of `CoachMessages`. */
export interface CoachMessagesLabels {
  name: string;
  /** Who wrote it. */
  from: (name: string) => string;
  /** Who else sees it: nobody. */
  alone: string;
  /** Since it was written. */
  elapsed: (durationMs: number) => string;
  dismiss: string;
}

/** English words of messages to the agent; `labels` replaces them one by one. */
export const defaultCoachMessagesLabels: CoachMessagesLabels = {
  name: 'Messages from supervisors',
  from: (name) => `${name} (supervisor)`,
  alone: 'to you alone',
  elapsed: formatTimer,
  dismiss: 'Dismiss',
};
