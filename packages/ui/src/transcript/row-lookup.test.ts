import { expect, test } from 'vitest';
import { createRowLookup } from './row-lookup.ts';
import type { TranscriptItem } from './transcript-item.ts';

const chat = (key: string, text = 'Yes.'): TranscriptItem => {
  return { kind: 'chat', key, from: 'agent', text, atMs: 0 };
};
const long = 'word '.repeat(60);
const [a, b, c] = [chat('a'), chat('b', long), chat('c')];

test('keeps its keys while rows are added at the end or change in place', () => {
  const rowsOf = createRowLookup();
  const { keyOf } = rowsOf([a, b], 600);
  expect(rowsOf([a, b, c], 600).keyOf).toBe(keyOf);
  expect(rowsOf([a, chat('b'), c], 600).keyOf).toBe(keyOf);
  expect([0, 1, 2, 3].map(keyOf)).toEqual(['a', 'b', 'c', 3]);
});

test.each([
  ['a row is put between', [a, c, b], 600],
  ['a row is gone', [a], 600],
  ['the log is narrower', [a, b], 300],
])('gives other keys when %s', (_what, items, widthPx) => {
  const rowsOf = createRowLookup();
  const { keyOf } = rowsOf([a, b], 600);
  const next = rowsOf(items, widthPx);
  expect(next.keyOf).not.toBe(keyOf);
  expect(items.map((_item, index) => next.keyOf(index))).toEqual(items.map(({ key }) => key));
});

test('estimates again what has changed, and everything when the width has', () => {
  const rowsOf = createRowLookup();
  const wide = rowsOf([a, b], 600);
  const [shortPx, longPx] = [wide.estimatePx(0), wide.estimatePx(1)];
  expect(longPx).toBeGreaterThan(shortPx);
  expect(rowsOf([a, chat('b')], 600).estimatePx(1)).toBe(shortPx);
  expect(rowsOf([a, b], 300).estimatePx(1)).toBeGreaterThan(longPx);
});

test('knows the rows after one that has changed', () => {
  const rowsOf = createRowLookup();
  const heightsPx = [0, 1, 2].map(rowsOf([a, b, c], 600).estimatePx);
  const next = rowsOf([chat('a', long), b, c, b], 600);
  expect([0, 1, 2, 3].map(next.estimatePx)).toEqual([1, 1, 2, 1].map((row) => heightsPx[row]));
});

test('looks at no row twice that stays as it is', () => {
  let looks = 0;
  const watched = new Proxy(b, {
    get(target, name, receiver) {
      if (name === 'text') looks += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  const rowsOf = createRowLookup();
  rowsOf([watched], 600);
  const first = looks;
  rowsOf([watched, c], 600).estimatePx(0);
  expect(first).toBeGreaterThan(0);
  expect(looks).toBe(first);
});
