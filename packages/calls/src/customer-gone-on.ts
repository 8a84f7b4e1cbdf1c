import { isBackchannel } from './backchannel.ts';
import type { CallState, FinalSegment } from './call-state.ts';

/**
 * Whether the customer has gone on since a segment, with more than a sign of listening: what is still
 * being thought of for that segment comes too late then, as the newer one is answered.
 */
export function hasCustomerGoneOn(
  { segments }: Pick<CallState, 'segments'>,
  since: Pick<FinalSegment, 'seq'>,
): boolean {
  return segments.some(
    ({ speaker, seq, text }) => speaker === 'customer' && seq > since.seq && !isBackchannel(text),
  );
}
