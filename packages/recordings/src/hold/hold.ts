import { SILENCE_PACKET } from '../opus/opus-stream.ts';
import { NO_PEAKS, SLOT_MS, type SlotPeaks, type Span } from '../sound.ts';
import { createSilencedSlots } from './silenced-slots.ts';

/** The packet of one slot, and how loud it is. */
export interface EncodedSlot {
  index: number;
  packet: Uint8Array;
  peaks: SlotPeaks;
}

/** What may be written now. */
export interface Release {
  slots: EncodedSlot[];
  /** Sound among them that became silence, as nobody vouched for it in time. */
  unsettled: Span[];
}

/** Where sound waits in memory until what was said in it is known. */
export interface Hold {
  /** Takes the next slot in. */
  add(slot: EncodedSlot): void;
  /**
   * Silences both lanes from `fromMs` to `toMs`, and a slot more on each side, as a packet holds a
   * little of the slot before it. Gives back what of it was released before: that must be masked
   * where it went.
   */
  mask(fromMs: number, toMs: number): Span | undefined;
  /** Silences everything from `fromMs` until the function it gives back is told when it ended. */
  pause(fromMs: number): (atMs: number) => void;
  /** Whether a slot yet to come is silent anyway, so that nobody needs to encode it. */
  isSilenced(index: number): boolean;
  /** Says that what was said before `untilMs` is known and masked where it must be. */
  settle(untilMs: number): void;
  /** Takes out what is settled, and what has waited too long, as silence. */
  release(): Release;
  /** Takes out everything at the end; what nobody has vouched for, as silence. */
  releaseAll(): Release;
  readonly size: number;
}

/** How the hold behaves. */
export interface HoldOptions {
  /** How much waits at most. Default 90 s: 45 s in the queue, 15 s of utterance, 8 s to decode, and more. */
  mostMs?: number;
}

const defaults = { mostMs: 90_000 } as const satisfies HoldOptions;

/** Creates a hold. It is bounded: what waits too long is released as silence and told, never as sound. */
export function createHold(options: HoldOptions = {}): Hold {
  const most = (options.mostMs ?? defaults.mostMs) / SLOT_MS;
  const silenced = createSilencedSlots();
  let waiting: EncodedSlot[] = [];
  let settledTo = 0;
  let releasedTo = 0;

  const silence = (from: number, to: number) => {
    waiting = waiting.map((slot) => (slot.index >= from && slot.index < to ? silent(slot) : slot));
  };

  function take(count: number): Release {
    const slots = waiting.splice(0, count);
    const last = slots.at(-1);
    if (!last) return { slots, unsettled: [] };
    releasedTo = last.index + 1;
    silenced.forgetBefore(releasedTo);
    const unvouched = slots.filter((slot) => slot.index >= settledTo && isSound(slot));
    return {
      slots: slots.map((slot) => (slot.index < settledTo ? slot : silent(slot))),
      unsettled: spansOf(unvouched),
    };
  }

  return {
    get size() {
      return waiting.length;
    },
    add(slot) {
      waiting.push(silenced.has(slot.index) ? silent(slot) : slot);
    },
    mask(fromMs, toMs) {
      if (toMs <= fromMs) return undefined;
      const from = Math.floor(fromMs / SLOT_MS) - 1;
      const to = Math.ceil(toMs / SLOT_MS) + 1;
      silenced.add(from, to);
      silence(from, to);
      if (from >= releasedTo) return undefined;
      return { fromMs: Math.max(0, from * SLOT_MS), toMs: Math.min(to, releasedTo) * SLOT_MS };
    },
    pause(fromMs) {
      const from = Math.floor(fromMs / SLOT_MS) - 1;
      const endAt = silenced.add(from, Number.POSITIVE_INFINITY);
      silence(from, Number.POSITIVE_INFINITY);
      return (atMs) => endAt(Math.ceil(atMs / SLOT_MS) + 1);
    },
    isSilenced: silenced.has,
    settle(untilMs) {
      settledTo = Math.max(settledTo, Math.floor(untilMs / SLOT_MS));
    },
    release() {
      const settled = waiting.findIndex((slot) => slot.index >= settledTo);
      const due = settled === -1 ? waiting.length : settled;
      return take(Math.max(due, waiting.length - most));
    },
    releaseAll: () => take(waiting.length),
  };
}

function silent({ index }: EncodedSlot): EncodedSlot {
  return { index, packet: SILENCE_PACKET, peaks: NO_PEAKS };
}

function isSound({ packet }: EncodedSlot): boolean {
  return packet !== SILENCE_PACKET;
}

/** Slots that follow one another are one span. */
function spansOf(slots: readonly EncodedSlot[]): Span[] {
  const spans: Span[] = [];
  for (const { index } of slots) {
    const last = spans.at(-1);
    const fromMs = index * SLOT_MS;
    if (last?.toMs === fromMs) last.toMs += SLOT_MS;
    else spans.push({ fromMs, toMs: fromMs + SLOT_MS });
  }
  return spans;
}
