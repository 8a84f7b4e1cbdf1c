import { describe, expect, it } from 'vitest';
import { cleanText, reasonToDrop } from './drop-rules.ts';

const heard = (text: string, noSpeechProbability = 0.01, meanLogProbability = -0.2) => ({
  text,
  language: 'en',
  noSpeechProbability,
  meanLogProbability,
});

describe('reasonToDrop', () => {
  it.each([
    'Yes.',
    'no',
    'Thank you.',
    'OK',
    'No, no, no.',
    '(206) 555 0100',
    'It is 4521.',
    'Ja, genau.',
    '(laughs) yes',
    'I said no no no, and he said no.',
  ])('keeps "%s"', (text) => {
    expect(reasonToDrop(heard(text))).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['...', 'punctuation'],
    ['-', 'punctuation'],
    ['[BLANK_AUDIO]', 'sound-label'],
    ['(wind blowing)', 'sound-label'],
    ['*sighs*', 'sound-label'],
    ['♪ la la la ♪', 'sound-label'],
    ['♪', 'sound-label'],
    ['(music) ...', 'sound-label'],
    ['and you know and you know and you know and you know and', 'loop'],
    ['the the the the the the the the', 'loop'],
  ])('drops "%s" as %s', (text, reason) => {
    expect(reasonToDrop(heard(text))).toBe(reason);
  });

  it('drops invented text only when no speech is likely and the words are not', () => {
    expect(reasonToDrop(heard("I'm not a real man", 0.9, -1.4))).toBe('no-speech');
    expect(reasonToDrop(heard('Yes.', 0.9, -0.3))).toBeUndefined();
    expect(reasonToDrop(heard('Yes.', 0.1, -1.4))).toBeUndefined();
  });

  it('trusts a model that does not say how sure it is', () => {
    const unsure = { ...heard('Yes.'), noSpeechProbability: null, meanLogProbability: null };
    expect(reasonToDrop(unsure)).toBeUndefined();
  });
});

describe('cleanText', () => {
  it('leaves out sound labels and keeps the words around them', () => {
    expect(cleanText(' (laughs)  yes [noise] indeed ')).toBe('yes indeed');
  });
});
