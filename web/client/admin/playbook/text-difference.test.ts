import { expect, it } from 'vitest';
import { textDifference } from './text-difference.ts';

const shown = (before: string, after: string) =>
  textDifference(before, after).map((line) => {
    if (line === null) return '…';
    return { same: ' ', added: '+', removed: '-' }[line.kind] + line.text;
  });

it('shows what differs with two lines around, and leaves the rest out', () => {
  const lines = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  const after = lines.map((line) => (line === 'd' ? 'D' : line));
  expect(shown(`${lines.join('\n')}\n`, `${after.join('\n')}\n`)).toEqual([
    ...['…', ' b', ' c', '-d', '+D', ' e', ' f', '…'],
  ]);
});

it('shows what was added and taken away at the ends', () => {
  expect(shown('a\nb\n', 'b\nc\n')).toEqual(['-a', ' b', '+c']);
  expect(shown('', 'a\n')).toEqual(['+a']);
});

it('shows nothing but what is left out where nothing differs', () => {
  expect(shown('a\nb\n', 'a\nb\n')).toEqual(['…']);
});
