import type { Speaker } from '@agent/protocol';

/** What a mark on the timeline of a call stands for, in the order of the legend. */
export const replayMarkKinds = [
  'suggestion',
  'alert',
  'chat',
  'comment',
  'help',
  'coach',
  'joined',
  'listening',
  'hold',
  'wait',
  'gap',
  'paused',
  'masked',
  'lost',
] as const;
/** What a mark on the timeline of a call stands for. */
export type ReplayMarkKind = (typeof replayMarkKinds)[number];

/** What became of a suggestion. */
export type SuggestionEnd = 'open' | 'used' | 'edited' | 'dismissed' | 'wrong' | 'expired';

/** Something that happened in a call. Times are milliseconds since its beginning. */
export interface ReplayMark {
  id: string;
  kind: ReplayMarkKind;
  startMs: number;
  /** The same as its beginning for what takes no time. */
  endMs: number;
  /** What happened, beside the name of its kind: a card's title, what was written. May be empty. */
  text: string;
  /** Whose side it concerns; absent: both. */
  speaker?: Speaker | undefined;
  /** Of a suggestion. */
  end?: SuggestionEnd | undefined;
}

const stretches: ReadonlySet<ReplayMarkKind> = new Set([
  'joined',
  'listening',
  'hold',
  'wait',
  'gap',
  'paused',
  'masked',
  'lost',
]);

/** Where a mark is drawn: behind the lanes, as a bar below them, or as a sign below those. */
export function placeOf({ kind }: ReplayMark): 'band' | 'bar' | 'sign' {
  if (stretches.has(kind)) return 'band';
  return kind === 'suggestion' ? 'bar' : 'sign';
}

/** In which of `rows` each bar fits without covering another; the last takes what fits nowhere. */
export function rowsOf(bars: readonly ReplayMark[], rows: number): number[] {
  const ends = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  return bars.map(({ startMs, endMs }) => {
    const free = ends.findIndex((end) => end <= startMs);
    const row = free === -1 ? rows - 1 : free;
    ends[row] = Math.max(ends[row] ?? 0, endMs);
    return row;
  });
}

/** A second either way is the same place to a person. */
const SAME_PLACE_MS = 1_000;

/** The beginning of the next mark after a moment (or before it); null when there is none. */
export function nextMarkMs(
  marks: readonly ReplayMark[],
  atMs: number,
  direction: 1 | -1,
): number | null {
  const starts = marks.map(({ startMs }) => startMs);
  if (direction === 1) {
    const later = starts.filter((startMs) => startMs > atMs);
    return later.length > 0 ? Math.min(...later) : null;
  }
  const earlier = starts.filter((startMs) => startMs < atMs - SAME_PLACE_MS);
  return earlier.length > 0 ? Math.max(...earlier) : null;
}
