import * as v from 'valibot';
import { callEventEnvelope } from './call-event.ts';
import { wholeNumber } from './values.ts';

/** A page of a call's log, oldest first. */
export const eventPage = v.object({
  envelopes: v.array(callEventEnvelope),
  /** `seq` of the newest event this reader may see; ask again while it is beyond the last received. */
  lastSeq: wholeNumber,
  /**
   * How far this page goes, when that is beyond its last event: what is missing up to here cannot be
   * had. Default: the `seq` of its last event.
   */
  throughSeq: v.optional(wholeNumber),
});
/** Events of one answer, numbered as their reader counts, and how many there are. */
export type EventPage = v.InferOutput<typeof eventPage>;
