import type { SegmentId, Speaker } from '@agent/protocol';
import { type AudioFrame, SAMPLES_PER_MS } from '../audio/audio-frame.ts';
import type { CallSpan } from './call-span.ts';

/** Keeps what of a call's sound somebody has listened to and knows the words of. */
export interface Vouching {
  /** A frame has come; nobody has heard it yet. */
  came(frame: AudioFrame): void;
  /** A pipeline has dealt with it, or it was left out. */
  dealtWith(frame: AudioFrame): void;
  /** Somebody says something of which the words are not known yet. */
  began(speaker: Speaker, segmentId: SegmentId, startMs: number): void;
  /** Its words are known, or never will be. */
  ended(segmentId: SegmentId): void;
  /** A pipeline has failed: what its speaker says is not heard until it is mended. */
  broke(speaker: Speaker, nowMs: number): void;
  /** Gives the span in which the speaker was not heard; undefined when it always was. */
  mended(speaker: Speaker, nowMs: number): CallSpan | undefined;
  /** Everything before this has been read by a pipeline. */
  readUntilMs(nowMs: number): number;
  /** Everything before this was heard, and its words are known. */
  untilMs(nowMs: number): number;
}

/** A pipeline that fails may have missed the beginning of what was being said. */
const MISSED_BEFORE_MS = 1_000;

/** Creates the record of one call. */
export function createVouching(): Vouching {
  const unheard = new Set<AudioFrame>();
  const open = new Map<SegmentId, { speaker: Speaker; startMs: number }>();
  const brokenFromMs = new Map<Speaker, number>();

  /** Frames of all speakers come in the order of time. */
  function readUntilMs(nowMs: number): number {
    const [first] = unheard;
    return first ? Math.min(nowMs, startOf(first)) : nowMs;
  }

  return {
    came: (frame) => void unheard.add(frame),
    dealtWith: (frame) => void unheard.delete(frame),
    began: (speaker, segmentId, startMs) => void open.set(segmentId, { speaker, startMs }),
    ended: (segmentId) => void open.delete(segmentId),
    broke(speaker, nowMs) {
      const missedFromMs = readUntilMs(nowMs) - MISSED_BEFORE_MS;
      let fromMs = Math.min(brokenFromMs.get(speaker) ?? nowMs, missedFromMs);
      for (const [segmentId, segment] of open) {
        if (segment.speaker !== speaker) continue;
        fromMs = Math.min(fromMs, segment.startMs);
        open.delete(segmentId);
      }
      brokenFromMs.set(speaker, Math.max(0, fromMs));
    },
    mended(speaker, nowMs) {
      const fromMs = brokenFromMs.get(speaker);
      brokenFromMs.delete(speaker);
      return fromMs === undefined ? undefined : { fromMs, toMs: nowMs };
    },
    readUntilMs,
    untilMs(nowMs) {
      let fromMs = readUntilMs(nowMs);
      for (const { startMs } of open.values()) fromMs = Math.min(fromMs, startMs);
      for (const brokenMs of brokenFromMs.values()) fromMs = Math.min(fromMs, brokenMs);
      return Math.max(0, fromMs);
    },
  };
}

/** When its first sample was heard. */
export function startOf({ samples, arrivedAtMs }: AudioFrame): number {
  return arrivedAtMs - samples.length / SAMPLES_PER_MS;
}
