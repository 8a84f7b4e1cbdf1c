import { expect, test } from 'vitest';
import {
  anyOfEachQuery,
  beginsQuery,
  distinctWords,
  firstWords,
  tellingWords,
} from './name-words.ts';

test('looks for the first eight words', () => {
  expect(firstWords('a b c d e f g h i j')).toBe('a b c d e f g h');
  expect(firstWords('maria santos')).toBe('maria santos');
});

test('counts a word once', () => {
  expect(distinctWords('ana bo ana')).toBe('ana bo');
});

test('leaves words out that another begins with, and the same once more', () => {
  expect(tellingWords('m maria ma santos s')).toEqual(['maria', 'santos']);
  expect(tellingWords('ana ana anabel')).toEqual(['anabel']);
});

test('takes every sign literally', () => {
  expect(beginsQuery(["o'neil", 'a\\b', '&|!:*'])).toBe("'o''neil':* & 'a\\\\b':* & '&|!:*':*");
  expect(anyOfEachQuery([['a', "b'"], ['c']])).toBe("('a' | 'b''') & ('c')");
});
