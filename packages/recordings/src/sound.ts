/** What Whisper hears is what is kept: 16-bit PCM at this rate. */
export const SAMPLE_RATE = 16_000;

/** Samples of one lane in one millisecond. */
export const SAMPLES_PER_MS = SAMPLE_RATE / 1000;

/** The grid of a recording: one packet of both lanes is this long. */
export const SLOT_MS = 20;

/** Samples of one lane in one slot. */
export const SLOT_SAMPLES = SLOT_MS * SAMPLES_PER_MS;

/** Slots in a second, which is also a page of a part. */
export const SLOTS_PER_SECOND = 1000 / SLOT_MS;

/** Which channel: the customer's is the left one, the agent's the right one. */
export type Lane = 'customer' | 'agent';

/** Whose voice. That of a supervisor who has joined is heard in the agent's lane, beside the agent's own. */
export type Voice = Lane | 'supervisor';

/** The loudest sample of each lane in one slot, 0 to 127: customer, agent. */
export type SlotPeaks = readonly [customer: number, agent: number];

/** Peaks of a slot in which nothing is to be heard. */
export const NO_PEAKS: SlotPeaks = Object.freeze([0, 0]);

/** A stretch of the call's clock: milliseconds since the call was answered; `toMs` is after it. */
export interface Span {
  fromMs: number;
  toMs: number;
}
