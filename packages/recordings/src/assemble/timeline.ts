import { SILENCE_PACKET } from '../opus/opus-stream.ts';
import type { PartContent } from '../parts/read-parts.ts';
import { SLOT_MS, type Span } from '../sound.ts';

/** A recording on the call's clock, from its first millisecond on. */
export interface Timeline {
  /** One for each slot. */
  packets: Uint8Array[];
  /** Two bytes for each slot: customer, agent. */
  peaks: Uint8Array;
  /** Stretches that no part covers: they are silent. */
  missing: Span[];
}

/** Lays parts on the call's clock. Where two cover the same, the one that began later counts. */
export function layTimeline(parts: readonly PartContent[], masks: readonly Span[]): Timeline {
  const ends = parts.map(({ fromMs, packets }) => slotOf(fromMs) + packets.length);
  const packets = new Array<Uint8Array>(Math.max(0, ...ends)).fill(NOTHING);
  const peaks = new Uint8Array(packets.length * 2);
  for (const part of parts.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const first = slotOf(part.fromMs);
    peaks.fill(0, 2 * first, 2 * (first + part.packets.length));
    peaks.set(part.peaks.subarray(0, 2 * part.packets.length), 2 * first);
    for (const [at, packet] of part.packets.entries()) packets[first + at] = packet;
  }
  const missing = takeMissing(packets);
  for (const mask of masks) silence({ packets, peaks }, mask);
  return { packets, peaks, missing };
}

/** Stands where no part is, until that has been counted. */
const NOTHING = new Uint8Array();

function slotOf(fromMs: number): number {
  return Math.round(fromMs / SLOT_MS);
}

/** Puts silence where there is nothing, and says where that was. */
function takeMissing(packets: Uint8Array[]): Span[] {
  const missing: Span[] = [];
  for (const [index, packet] of packets.entries()) {
    if (packet !== NOTHING) continue;
    packets[index] = SILENCE_PACKET;
    const last = missing.at(-1);
    const fromMs = index * SLOT_MS;
    if (last?.toMs === fromMs) last.toMs += SLOT_MS;
    else missing.push({ fromMs, toMs: fromMs + SLOT_MS });
  }
  return missing;
}

/** A packet holds a little of the slot before it: one more on each side is silent. */
function silence({ packets, peaks }: Omit<Timeline, 'missing'>, { fromMs, toMs }: Span) {
  const from = Math.max(0, Math.floor(fromMs / SLOT_MS) - 1);
  const to = Math.ceil(toMs / SLOT_MS) + 1;
  if (toMs <= fromMs) return;
  packets.fill(SILENCE_PACKET, from, to);
  peaks.fill(0, 2 * from, 2 * to);
}
