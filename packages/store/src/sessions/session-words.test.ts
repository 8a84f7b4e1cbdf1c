import { expect, it } from 'vitest';
import { sessionWords } from './session-words.ts';

it('a word with a hyphen is two, of which one follows the other', () => {
  expect(sessionWords('A-1042')).toEqual({
    allOf: '"A 1042"',
    anyOf: '"A 1042"',
    anyWord: 'A or 1042',
  });
});

it('what must not be there is in no line', () => {
  expect(sessionWords('refund -parcel -"money back" “for me”')).toEqual({
    allOf: 'refund !parcel !"money back" "for me"',
    anyOf: 'refund or "for me"',
    anyWord: 'refund or for or me',
  });
});

it('one of two stays so for the call, and for a line anyway', () => {
  expect(sessionWords('parcel OR refund')).toMatchObject({
    allOf: 'parcel OR refund',
    anyOf: 'parcel or refund',
  });
});

it.each(['', '!', '-', '--', '"', '""', '" "', '-""', '...', '\0', '\ud800', '|&<->'])(
  '%j asks for nothing',
  (query) => {
    expect(sessionWords(query)).toEqual({ allOf: '', anyOf: '', anyWord: '' });
  },
);

it('no more terms are looked for than people type', () => {
  expect(sessionWords('word '.repeat(100)).allOf.split(' ')).toHaveLength(24);
});
