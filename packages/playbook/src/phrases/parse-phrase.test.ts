import { expect, test } from 'vitest';
import { WORD_GROUPS } from '../en/word-groups.ts';
import { PlaybookError } from '../playbook-error.ts';
import { parsePhrase } from './parse-phrase.ts';

const kinds = (phrase: string) => parsePhrase(phrase).map((part) => part.map(({ kind }) => kind));

test('reads words, gaps, choices, groups and parts', () => {
  expect(kinds('want ... (refund|money back) & <not>? arrive <number>')).toEqual([
    ['word', 'gap', 'choice'],
    ['choice', 'word', 'number'],
  ]);
});

test('leaves fillers out, as talk may have them anywhere', () => {
  expect(parsePhrase('cancel my order')).toEqual(parsePhrase('cancel order'));
});

test('keeps small words where nothing else would be left', () => {
  expect(kinds('(the|this) one')).toEqual([['choice', 'word']]);
});

test('reads words that are written together or apart alike', () => {
  expect(parsePhrase('log in')).toEqual(parsePhrase('login'));
});

test.each([
  ['an unknown group', '<nonsense> late', 'unknown-group'],
  ['a bracket that stays open', 'want (a refund', 'unbalanced-brackets'],
  ['a bracket too many', 'want refund)', 'unbalanced-brackets'],
  ['nothing but a gap', '...', 'empty'],
  ['nothing but what may be left out', 'please? (now)?', 'empty'],
  ['an empty choice', 'want (refund|)', 'empty'],
  ['an empty part', 'refund &', 'empty'],
  ['a comma', 'well, no', 'misplaced-sign'],
])('refuses %s', (_, phrase, reason) => {
  expect(() => parsePhrase(phrase)).toThrow(expect.objectContaining({ reason }));
  expect(() => parsePhrase(phrase)).toThrow(PlaybookError);
});

test.each(Object.keys(WORD_GROUPS))('can read the group <%s>', (name) => {
  expect(kinds(`<${name}>`)).toEqual([['choice']]);
});
