import { type CallState, isBackchannel } from '@agent/calls';
import type { SegmentId } from '@agent/protocol';

/**
 * Whether the other side has answered a segment, before another (default: by now): with more than a
 * sign of listening, begun after the segment was, for who ends an older sentence answers nothing. A
 * supervisor who has joined answers a customer as the agent does.
 */
export function isAnswered(
  { segments }: Pick<CallState, 'segments'>,
  segmentId: SegmentId,
  beforeSeq = Number.POSITIVE_INFINITY,
): boolean {
  const asked = segments.find(({ id }) => id === segmentId);
  if (!asked) return false;
  return segments.some(
    ({ speaker, text, seq, startMs }) =>
      (speaker === 'customer') !== (asked.speaker === 'customer') &&
      seq > asked.seq &&
      seq < beforeSeq &&
      startMs >= asked.startMs &&
      !isBackchannel(text),
  );
}
