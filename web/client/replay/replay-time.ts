import type { CallState } from '@agent/calls';

/** Where a call begins and how long it is. */
export interface ReplayTime {
  /** The answer, in milliseconds since 1970; of a call that nobody took, when it began to wait. */
  baseMs: number;
  durationMs: number;
}

/**
 * The time of a replay: it counts from the answer to the end of the talk, as the times within events
 * do. What was before is at its beginning, what came after the end is not shown.
 */
export function replayTime(call: CallState): ReplayTime {
  const baseMs = call.answeredAtMs ?? call.queuedAtMs ?? 0;
  return { baseMs, durationMs: Math.max(0, (call.endedAtMs ?? baseMs) - baseMs) };
}
