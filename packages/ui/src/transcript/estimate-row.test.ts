import { expect, test } from 'vitest';
import { estimateRowPx } from './estimate-row.ts';
import type { TranscriptItem } from './transcript-item.ts';

function chat(text: string): TranscriptItem {
  return { kind: 'chat', key: 'c', from: 'agent', text, atMs: 0 };
}

test('grows by a line when the text does, and sooner in a narrow log', () => {
  const [short, long] = [chat('Yes.'), chat('word '.repeat(20))];
  expect(estimateRowPx(long, 700) - estimateRowPx(short, 700)).toBe(20);
  expect(estimateRowPx(long, 300)).toBeGreaterThan(estimateRowPx(long, 700));
});

test('knows that marks are one line', () => {
  const hold: TranscriptItem = { kind: 'hold', key: 'h', startMs: 0, endMs: null };
  expect(estimateRowPx(hold, 700)).toBeLessThan(estimateRowPx(chat('Yes.'), 700));
});
