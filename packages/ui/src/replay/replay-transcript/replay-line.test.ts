import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleLines } from '../../stories/sample-replay.ts';
import {
  findLines,
  lineAt,
  linePieces,
  markedPieces,
  nextLineMs,
  type ReplayLine,
} from './replay-line.ts';

const line = (startMs: number, text = ''): ReplayLine => ({
  ...{ id: `${startMs}`, kind: 'said', startMs, text },
});

test('the line at a moment is the last that has begun', () => {
  const lines = [line(1_000), line(2_000), line(2_000), line(9_000)];
  expect([0, 1_000, 1_999, 2_000, 8_999, 99_000].map((atMs) => lineAt(lines, atMs))).toEqual([
    -1, 0, 0, 2, 2, 3,
  ]);
  expect(lineAt([], 5)).toBe(-1);
});

test('from line to line, and back over the one just begun', () => {
  expect(nextLineMs(sampleLines, 1_500, 1)).toBe(6_000);
  expect(nextLineMs(sampleLines, 6_500, -1)).toBe(1_500);
  expect(nextLineMs(sampleLines, 8_000, -1)).toBe(6_000);
  expect(nextLineMs(sampleLines, 1_600, -1)).toBeNull();
  expect(nextLineMs(sampleLines, 250_000, 1)).toBeNull();
});

test('a search finds lines with all of its words, in any case and order', () => {
  const lines = [line(0, 'The EXPRESS is free'), line(1, 'free'), line(2, 'Είναι δωρεάν')];
  expect(findLines(lines, 'free express')).toEqual([0]);
  expect(findLines(lines, 'FREE')).toEqual([0, 1]);
  expect(findLines(lines, 'ΔΩΡΕΆΝ')).toEqual([2]);
  expect(findLines(lines, '  ')).toEqual([]);
  expect(findLines(lines, 'free aeroplane')).toEqual([]);
});

test('pieces of a line tell what was looked for, and what was heard where a term was restored', () => {
  const corrections = [{ from: 'Arphelia', to: 'Orphelia', at: 3 }];
  expect(linePieces({ text: 'My Orphelia broke', corrections }, 'my orph')).toEqual([
    { text: 'My', isHit: true },
    { text: ' ', isHit: false },
    { text: 'Orph', isHit: true, heard: 'Arphelia' },
    { text: 'elia', isHit: false, heard: 'Arphelia' },
    { text: ' broke', isHit: false },
  ]);
  expect(
    linePieces(
      { text: 'Orphelia', corrections: [{ ...corrections[0], at: 0 }] as typeof corrections },
      '',
    ),
  ).toEqual([{ text: 'Orphelia', isHit: false, heard: 'Arphelia' }]);
});

test('pieces make up the text again, and the marked ones are what was looked for', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', ' ', 'İ', '😀') });
  fc.assert(
    fc.property(text, text, (said, query) => {
      const pieces = markedPieces(said, query);
      expect(pieces.map((piece) => piece.text).join('')).toBe(said);
      pieces.forEach((piece, index) => {
        if (index > 0) expect(piece.isHit).not.toBe(pieces[index - 1]?.isHit);
      });
    }),
  );
  expect(markedPieces('An express EXPRESS', 'express')).toEqual([
    { text: 'An ', isHit: false },
    { text: 'express', isHit: true },
    { text: ' ', isHit: false },
    { text: 'EXPRESS', isHit: true },
  ]);
});
