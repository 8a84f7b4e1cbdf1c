import type { CallState } from '@agent/calls';
import { type CallView, LONGEST_RECORDING_PAUSE_MS } from '@agent/protocol';

/** Since when the recording is paused, in epoch milliseconds; undefined when it is not. */
export function pausedSinceMs(
  { answeredAt }: Pick<CallView, 'answeredAt'>,
  { recording }: Pick<CallState, 'recording'>,
): number | undefined {
  const pause = recording.pauses.at(-1);
  if (recording.status !== 'paused' || !pause || pause.endMs !== null) return undefined;
  return answeredAt === null ? undefined : Date.parse(answeredAt) + pause.startMs;
}

/** Milliseconds until the recording goes on by itself; a wrong clock says no more than the whole pause. */
export function pauseLeftMs(sinceMs: number, nowMs: number): number {
  const leftMs = sinceMs + LONGEST_RECORDING_PAUSE_MS - nowMs;
  return Math.min(LONGEST_RECORDING_PAUSE_MS, Math.max(0, leftMs));
}
