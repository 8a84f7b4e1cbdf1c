import type { Priority } from '../queue/ticket.ts';

/** Silence after speech that will be revised, and after speech whose text stays. */
const PADDING_MS = { interim: 3000, final: 10_000 } as const satisfies Record<Priority, number>;
/** Below this length in all, Whisper says short pieces twice (measured: 42 of 337, then 1). */
const MIN_WINDOW_MS = 8000;

/** How much silence to append before decoding: the less, the faster; the more, the safer. */
export function paddingMsFor(priority: Priority, audioMs: number): number {
  return Math.ceil(Math.max(PADDING_MS[priority], MIN_WINDOW_MS - audioMs));
}
