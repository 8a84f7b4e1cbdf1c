import type { CallEventData } from '@agent/protocol';
import type { CallSpan } from './call-span.ts';

/** Why sound is not kept, as the log tells it. */
export type LossReason = CallEventData<'recording.lost'>['reason'];

/** Tells of lost sound a stretch at a time, however many pieces it was lost in. */
export interface LossTeller {
  /** Takes note of a piece. */
  lost(span: CallSpan, reason: LossReason): void;
  /** Tells what has not grown for a while, and what has grown for long. */
  tellSettled(nowMs: number): void;
  /** Tells all of it. */
  tellAll(): void;
}

/** Pieces no further apart are one loss. */
const APART_MS = 2_000;
/** What has not grown for so long is over. */
const OVER_AFTER_MS = 5_000;
/** What goes on for long is told in parts. */
const LONGEST_MS = 60_000;

interface GrowingLoss extends CallSpan {
  notedAtMs: number;
}

/** Starts with nothing lost. There is one growing loss at most for each reason. */
export function createLossTeller(
  tell: (span: CallSpan, reason: LossReason) => void,
  clock: () => number,
): LossTeller {
  const growing = new Map<LossReason, GrowingLoss>();

  function tellOne(reason: LossReason, { fromMs, toMs }: CallSpan) {
    growing.delete(reason);
    tell({ fromMs: Math.round(fromMs), toMs: Math.round(toMs) }, reason);
  }

  return {
    lost({ fromMs, toMs }, reason) {
      if (toMs <= fromMs) return;
      const known = growing.get(reason);
      const goesOn = known && fromMs <= known.toMs + APART_MS && toMs >= known.fromMs - APART_MS;
      if (known && !goesOn) tellOne(reason, known);
      const before = goesOn ? known : { fromMs, toMs };
      growing.set(reason, {
        fromMs: Math.min(before.fromMs, fromMs),
        toMs: Math.max(before.toMs, toMs),
        notedAtMs: clock(),
      });
    },
    tellSettled(nowMs) {
      for (const [reason, loss] of growing) {
        const isOver = nowMs - loss.notedAtMs >= OVER_AFTER_MS;
        if (isOver || loss.toMs - loss.fromMs >= LONGEST_MS) tellOne(reason, loss);
      }
    },
    tellAll() {
      for (const [reason, loss] of growing) tellOne(reason, loss);
    },
  };
}
