import { expect, it } from 'vitest';
import { termsIn, termsText, termsTextSchema } from './terms-text.ts';

const read = (text: string) => termsTextSchema.safeParse(text);
const faultOf = (text: string) => read(text).error?.issues[0]?.message;

it('reads one term a line; empty lines and repeated terms count for nothing', () => {
  const text = ' Kärcher K7 \n\n\nZipcar\r\nzipcar\n  \nعسل 🍯';
  expect(read(text).data).toEqual(['Kärcher K7', 'Zipcar', 'عسل 🍯']);
  expect(termsText(['a', 'b'])).toBe('a\nb');
  expect(termsIn('a\n\nb')).toEqual([
    { line: 1, term: 'a' },
    { line: 3, term: 'b' },
  ]);
});

it('tells a term that is too long by its line', () => {
  expect(faultOf(`ok\n\n${'x'.repeat(10_000)}`)).toBe(
    'Line 3 has 10,000 characters: 60 are the most.',
  );
  expect(read('x'.repeat(60)).success).toBe(true);
});

it('tells how many there are when they are too many, and no more than a few lines', () => {
  const many = Array.from({ length: 201 }, (_, n) => `term ${n}`).join('\n');
  expect(faultOf(many)).toBe('201 terms are too many: 200 are the most.');
  const long = Array.from({ length: 9 }, (_, n) => `${n}${'x'.repeat(70)}`).join('\n');
  expect(faultOf(long)).toBe(
    'Line 1 has 71 characters: 60 are the most. Line 2 has 71 characters: 60 are the most. ' +
      'Line 3 has 71 characters: 60 are the most. And 6 more lines.',
  );
});

it('refuses what nobody can see', () => {
  expect(faultOf('fine\nzip\u200dcar\u0000')).toBe('Line 2 has special characters. Remove them.');
});
