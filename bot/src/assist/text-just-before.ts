import type { FinalSegment } from '@agent/calls';

/** A speaker who goes on after a longer pause begins something new. */
const MAX_PAUSE_MS = 5_000;

/** What the same speaker said right before a segment; '' when that is too long ago. */
export function textJustBefore(
  segments: readonly FinalSegment[],
  { speaker, seq, startMs }: FinalSegment,
): string {
  const before = segments.findLast((other) => other.speaker === speaker && other.seq < seq);
  return before && startMs - before.endMs <= MAX_PAUSE_MS ? before.text : '';
}
