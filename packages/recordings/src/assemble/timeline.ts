import type { EncodedSlot } from '../hold/hold.ts';
import { SILENCE_PACKET } from '../opus/opus-stream.ts';
import type { PartContent } from '../parts/read-parts.ts';
import { NO_PEAKS, SLOT_MS, type Span } from '../sound.ts';

/** A recording on the call's clock, from its first millisecond on. */
export interface Timeline {
  slots: EncodedSlot[];
  /** Stretches that no part covers: they are silent. */
  missing: Span[];
}

/** Lays parts on the call's clock. Where two cover the same, the one that began later counts. */
export function layTimeline(parts: readonly PartContent[], masks: readonly Span[]): Timeline {
  const covered: EncodedSlot[] = [];
  for (const { fromMs, packets, peaks } of parts.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const first = Math.round(fromMs / SLOT_MS);
    packets.forEach((packet, at) => {
      const index = first + at;
      covered[index] = { index, packet, peaks: peaks[at] ?? NO_PEAKS };
    });
  }
  const missing: Span[] = [];
  const slots = Array.from(covered, (slot: EncodedSlot | undefined, index) => {
    if (!slot) addMissing(missing, index);
    return slot && !isMasked(index, masks) ? slot : silent(index);
  });
  return { slots, missing };
}

function isMasked(index: number, masks: readonly Span[]): boolean {
  const [fromMs, toMs] = [(index - 1) * SLOT_MS, (index + 2) * SLOT_MS];
  return masks.some((mask) => mask.fromMs < toMs && mask.toMs > fromMs);
}

function addMissing(missing: Span[], index: number) {
  const last = missing.at(-1);
  const fromMs = index * SLOT_MS;
  if (last?.toMs === fromMs) last.toMs += SLOT_MS;
  else missing.push({ fromMs, toMs: fromMs + SLOT_MS });
}

function silent(index: number): EncodedSlot {
  return { index, packet: SILENCE_PACKET, peaks: NO_PEAKS };
}
