import { expect, test } from 'vitest';
import { stemOf } from './stem.ts';
import { wordsOf } from './words.ts';

test.each([
  ["I can't log in", 'i cannot login'],
  ["I can't log in", 'I cant sign in'],
  ['my e-mail', 'my email'],
  ['we haven’t got it', 'we havent got it'],
  ["I won't", 'I wont'],
  ["it's late", 'it is late'.replace('is', 'be')],
  ['naïve café', 'naive cafe'],
  ['the sign-in page', 'the login page'],
  ['it should of come', 'it should have come'],
])('reads "%s" like "%s"', (left, right) => {
  expect(wordsOf(left).map(stemOf)).toEqual(wordsOf(right).map(stemOf));
});

test('keeps the ends of clauses and sentences', () => {
  expect(wordsOf('No, I want it. Now!')).toEqual(['no', ',', 'i', 'want', 'it', '.', 'now', '!']);
});

test('takes a genitive for its noun', () => {
  expect(wordsOf("my daughter's birthday")).toEqual(['my', 'daughter', 'birthday']);
});

test('keeps amounts whole and leaves signs out', () => {
  expect(wordsOf('$29.50 — (really)')).toEqual(['29.50', 'really']);
});

test('is not led astray by names of object properties', () => {
  expect(wordsOf('constructor toString __proto__')).toEqual(['constructor', 'tostring', 'proto']);
});
