import type { SegmentId } from '@agent/protocol';

interface Waiting {
  startMs: number;
  coveredUntilMs: number;
}

/** Keeps which audio of a call has not become text yet. Times are since the call was answered. */
export interface Untranscribed {
  /** An utterance of `startMs` waits for text; it counts as late from `expectedFromMs` on, default the same. */
  began(segmentId: SegmentId, startMs: number, expectedFromMs?: number): void;
  /** A pass has turned its audio up to `untilMs` into text. */
  covered(segmentId: SegmentId, untilMs: number): void;
  /** It is text, or is known never to become any. */
  settled(segmentId: SegmentId): void;
  /** How far the oldest audio without text lies back; 0 when there is none. */
  delayMs(nowMs: number): number;
  /** Everything before this has been dealt with for good. */
  settledUntilMs(nowMs: number): number;
}

/** Creates the record of one call, shared by its tracks. */
export function createUntranscribed(): Untranscribed {
  const waiting = new Map<SegmentId, Waiting>();

  return {
    began(segmentId, startMs, expectedFromMs = startMs) {
      waiting.set(segmentId, { startMs, coveredUntilMs: expectedFromMs });
    },
    covered(segmentId, untilMs) {
      const entry = waiting.get(segmentId);
      if (entry) entry.coveredUntilMs = Math.max(entry.coveredUntilMs, untilMs);
    },
    settled(segmentId) {
      waiting.delete(segmentId);
    },
    delayMs(nowMs) {
      let oldestMs = nowMs;
      for (const { coveredUntilMs } of waiting.values()) {
        oldestMs = Math.min(oldestMs, coveredUntilMs);
      }
      return Math.round(nowMs - oldestMs);
    },
    settledUntilMs(nowMs) {
      let oldestMs = nowMs;
      for (const { startMs } of waiting.values()) oldestMs = Math.min(oldestMs, startMs);
      return Math.max(0, Math.round(oldestMs));
    },
  };
}

/** What one pipeline adds to the record of its call. */
export interface UntranscribedPart extends Untranscribed {
  /** Takes out all that it has added and that has not become text: the pipeline has failed. */
  giveUp(): { segmentId: SegmentId; startMs: number }[];
}

/** Creates the part of one pipeline. */
export function partOf(whole: Untranscribed): UntranscribedPart {
  const mine = new Map<SegmentId, number>();
  return {
    began(segmentId, startMs, expectedFromMs) {
      mine.set(segmentId, startMs);
      whole.began(segmentId, startMs, expectedFromMs);
    },
    covered: whole.covered,
    settled(segmentId) {
      mine.delete(segmentId);
      whole.settled(segmentId);
    },
    delayMs: whole.delayMs,
    settledUntilMs: whole.settledUntilMs,
    giveUp() {
      const given = [...mine].map(([segmentId, startMs]) => ({ segmentId, startMs }));
      for (const segmentId of mine.keys()) whole.settled(segmentId);
      mine.clear();
      return given;
    },
  };
}
