import { expect, test } from 'vitest';
import { talk } from './test-support/talk.ts';
import { currentTurn } from './turn.ts';

const words = ({ said }: ReturnType<typeof talk>) => {
  const { spoken, newestFrom } = currentTurn(said);
  return {
    all: spoken.tokens.filter(({ kind }) => kind === 'word').length,
    newest: spoken.tokens.slice(newestFrom).filter(({ kind }) => kind === 'word').length,
  };
};

test('joins the segments of one speaker', () => {
  expect(
    words(talk(['agent: hello there', 'customer: one lamp', 'customer: is broken now'])),
  ).toEqual({
    all: 5,
    newest: 3,
  });
});

test('goes on past a listener who only shows to listen', () => {
  expect(words(talk(['customer: one lamp', 'agent: I see.', 'customer: is broken'])).all).toBe(4);
});

test('begins again after a question or a sentence of the other side', () => {
  expect(words(talk(['customer: one lamp', 'agent: Really?', 'customer: is broken'])).all).toBe(2);
  expect(
    words(talk(['customer: one lamp', 'agent: I will have a look.', 'customer: is broken'])).all,
  ).toBe(2);
});

test('begins again after an answer, however short', () => {
  expect(words(talk(['customer: one lamp', 'agent: Not yet.', 'customer: is broken'])).all).toBe(2);
});

test('begins again after a long silence', () => {
  const conversation = talk(['customer: one lamp', 'customer: is broken']);
  const [first, second] = conversation.said;
  if (!second) throw new Error('There are two segments.');
  const late = { ...conversation, said: [first, { ...second, endMs: 60_000 }] as const };
  expect(currentTurn([late.said[0], late.said[1]]).spoken.tokens).toHaveLength(2);
});

test('looks at a very long turn from its end', () => {
  const { spoken, newestFrom } = currentTurn(talk([`customer: ${'word '.repeat(500)}`]).said);
  expect(spoken.tokens.length).toBeLessThanOrEqual(160);
  expect(newestFrom).toBe(0);
});
