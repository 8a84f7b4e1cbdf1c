import { expect, test } from 'vitest';
import { tokensOf } from '../words/tokens.ts';
import { sentencesOf } from './sentences.ts';

const count = (text: string) => sentencesOf(tokensOf(text)).length;

test('cuts at the ends of sentences, not of clauses', () => {
  expect(count('My lamp is broken now. Could you help me, please?')).toBe(2);
  expect(count('My lamp is broken, could you help me')).toBe(1);
});

test('leaves out what is too short to say something', () => {
  expect(count('Hello. Yes. My lamp is broken now.')).toBe(1);
  expect(count('Yes, please.')).toBe(0);
});

test('keeps the words of a sentence', () => {
  const [sentence] = sentencesOf(tokensOf('Well. My lamp is broken.'));
  expect(sentence?.map(({ stem }) => stem)).toContain('lamp');
  expect(sentencesOf([])).toEqual([]);
});
