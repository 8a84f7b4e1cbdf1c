import type { CallState } from '@agent/calls';
import {
  joinSpans,
  pausesBetween,
  quietSpans,
  type TalkSpans,
  type TimeSpan,
  type WaveformPeaks,
} from '@agent/ui/replay';

/** When each side talked, as the transcript knows it. */
export function talkOf({ segments }: CallState): TalkSpans {
  return {
    customer: segments.filter(({ speaker }) => speaker === 'customer'),
    agent: segments.filter(({ speaker }) => speaker === 'agent'),
  };
}

/**
 * What is skipped where silence is: both sides quiet for long, by the waveform or without one by the
 * transcript; holds, waits for another agent and stretches without sound at once.
 */
export function skipsOf(
  call: CallState,
  peaks: WaveformPeaks | null,
  durationMs: number,
): TimeSpan[] {
  const quiet = peaks ? quietSpans(peaks) : pausesBetween(call.segments, durationMs);
  const { holds, waits, recording } = call;
  const silent = [...holds, ...waits, ...recording.pauses, ...recording.lost].map(
    ({ startMs, endMs }) => ({ startMs, endMs: endMs ?? durationMs }),
  );
  return joinSpans([...quiet, ...call.gaps, ...silent]);
}
