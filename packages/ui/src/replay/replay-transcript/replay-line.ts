import type { Speaker } from '@agent/protocol';
import type { SentimentValue } from '../../sentiment-mark/sentiment-mark.tsx';
import type { TextCorrection } from '../../transcript/transcript-item.ts';

/** One line of what was said, written or happened. Times are milliseconds since the beginning. */
export interface ReplayLine {
  id: string;
  /** `coach`: from a supervisor to the agent alone. `note`: a hold, a wait, a gap, a pause, help. */
  kind: 'said' | 'chat' | 'coach' | 'note';
  /** Whose it is; absent: both sides'. */
  speaker?: Speaker | undefined;
  /** Who it is, where that is not who the side is called after: an agent who had the call before. */
  name?: string | undefined;
  startMs: number;
  text: string;
  /** Terms that were misheard in it, by their place. */
  corrections?: readonly TextCorrection[] | undefined;
  /** How it sounds; only of the customer. */
  sentiment?: SentimentValue | undefined;
}

/** The line that is being said at a moment, or was last; −1 before the first. `lines` by their start. */
export function lineAt(lines: readonly ReplayLine[], atMs: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.startMs ?? Number.POSITIVE_INFINITY) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A second either way is the same place to a person. */
const SAME_PLACE_MS = 1_000;

/** Where the next line begins, or the one before; at the beginning of a line that is another one. */
export function nextLineMs(
  lines: readonly ReplayLine[],
  atMs: number,
  direction: 1 | -1,
): number | null {
  if (direction === 1) return lines.find(({ startMs }) => startMs > atMs)?.startMs ?? null;
  const at = lineAt(lines, atMs - SAME_PLACE_MS);
  return lines[at]?.startMs ?? null;
}

/** Places of the lines in which the words of a query stand, all of them, whatever the case. */
export function findLines(lines: readonly ReplayLine[], query: string): number[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return lines.flatMap(({ text }, index) => {
    const plain = text.toLocaleLowerCase();
    return words.every((word) => plain.includes(word)) ? [index] : [];
  });
}

/** A piece of a line. */
export interface LinePiece {
  text: string;
  /** It was looked for. */
  isHit: boolean;
  /** What was heard, where a term was restored. */
  heard?: string | undefined;
}

/** A line in pieces: what was looked for, what was restored, and the rest. */
export function linePieces(
  { text, corrections = [] }: Pick<ReplayLine, 'text' | 'corrections'>,
  query: string,
): LinePiece[] {
  const pieces = markedPieces(text, query);
  if (corrections.length === 0) return pieces;
  let start = 0;
  return pieces.flatMap(({ text: piece, isHit }) => {
    const end = start + piece.length;
    const bounds = [...new Set([start, ...boundsOf(corrections), end])]
      .filter((at) => at >= start && at <= end)
      .sort((a, b) => a - b);
    start = end;
    return bounds.slice(1).map((to, index): LinePiece => {
      const from = bounds[index] ?? 0;
      const heard = corrections.find((one) => one.at <= from && to <= one.at + one.to.length)?.from;
      return { text: text.slice(from, to), isHit, heard };
    });
  });
}

function boundsOf(corrections: readonly TextCorrection[]): number[] {
  return corrections.flatMap(({ at, to }) => [at, at + to.length]);
}

/** A text in pieces, of which those that were looked for are marked. */
export function markedPieces(text: string, query: string): LinePiece[] {
  const plain = text.toLocaleLowerCase();
  const words = wordsOf(query);
  // Lower case of some letters is longer: their places would not fit.
  if (words.length === 0 || plain.length !== text.length) return [{ text, isHit: false }];
  const isHit = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + word.length)) {
      isHit.fill(1, at, at + word.length);
    }
  }
  const pieces: LinePiece[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = pieces.at(-1);
    const hit = isHit[at] === 1;
    if (last?.isHit === hit) last.text += text[at];
    else pieces.push({ text: text[at] ?? '', isHit: hit });
  }
  return pieces;
}

function wordsOf(query: string): string[] {
  return query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
}
