import type { SessionHit } from '@agent/protocol';

/** Characters of a line that are shown, and of them those before the first mark. */
const SHOWN = 200;
const SHOWN_BEFORE = 60;

/** A word as a reader sees it: letters and digits, with what may stand inside of one. */
const word = /[\p{L}\p{N}\p{M}]+(?:['’.,@+][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a line. */
export function wordsIn(line: string): string[] {
  return line.match(word) ?? [];
}

/**
 * A line in pieces, of which those are marked that are looked for. Of a long line the part around the
 * first mark, with `…` where something is left out.
 */
export function markWords(line: string, isMeant: (word: string) => boolean): SessionHit['pieces'] {
  const marks = [...line.matchAll(word)]
    .filter(([found]) => isMeant(found))
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length }));
  const { from, to } = shownPart(line, marks[0]?.from ?? 0);
  const pieces: SessionHit['pieces'] = [];
  const add = (text: string, isHit: boolean) => {
    if (text !== '') pieces.push({ text, isHit });
  };
  let done = from;
  add(from > 0 ? '… ' : '', false);
  for (const mark of marks) {
    if (mark.to > to) break;
    add(line.slice(done, mark.from), false);
    add(line.slice(mark.from, mark.to), true);
    done = mark.to;
  }
  add(line.slice(done, to), false);
  add(to < line.length ? ' …' : '', false);
  return pieces;
}

/** It begins and ends between words, unless one alone is longer. */
function shownPart(line: string, firstMark: number): { from: number; to: number } {
  if (line.length <= SHOWN) return { from: 0, to: line.length };
  const earliest = Math.max(0, Math.min(firstMark - SHOWN_BEFORE, line.length - SHOWN));
  const space = line.indexOf(' ', earliest);
  const from = earliest === 0 ? 0 : space >= 0 && space < firstMark ? space + 1 : firstMark;
  const latest = Math.min(line.length, from + SHOWN);
  if (latest === line.length) return { from, to: latest };
  const lastSpace = line.lastIndexOf(' ', latest);
  if (lastSpace > firstMark) return { from, to: lastSpace };
  const isHalf = /[\ud800-\udbff]/.test(line.charAt(latest - 1));
  return { from, to: isHalf ? latest - 1 : latest };
}
