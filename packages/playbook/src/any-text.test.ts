import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlaybook } from './create-playbook.ts';
import { compilePhrase, findPhrase } from './phrases/find-phrase.ts';
import { runMachine } from './phrases/run-machine.ts';
import { projectCards } from './test-support/project-cards.ts';
import { talk } from './test-support/talk.ts';
import { spokenOf } from './words/spoken.ts';
import { type Token, tokensOf } from './words/tokens.ts';

const cards = projectCards();
const playbook = createPlaybook(cards);
const phrases = cards.flatMap((card) => card.phrases).map(compilePhrase);

const oddWord = fc.oneof(
  fc.constantFrom(
    'not',
    'refund',
    'the',
    'to',
    'order',
    '...',
    '(a+)+$',
    '<refund>',
    '&',
    '😡',
    "'",
  ),
  fc.constantFrom('where', 'is', 'my', 'parcel', '4521', 'twice', ',', '.', '\u0000', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(oddWord, { maxLength: 60 }).map((words) => words.join(' ')),
  fc
    .tuple(fc.array(oddWord, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 10_000 }))
    .map(([words, times]) => Array.from({ length: times }, () => words.join(' ')).join(' ')),
  fc.integer({ min: 1, max: 10_000 }).map((digits) => '7'.repeat(digits)),
);

test('any text is matched without a fault, from either side', () => {
  fc.assert(
    fc.property(fc.array(oddText, { minLength: 1, maxLength: 3 }), oddText, (earlier, last) => {
      const lines = earlier.map((text) => `agent: ${text}` as const);
      for (const speaker of ['customer', 'agent'] as const) {
        const [first, ...rest] = [...lines, `${speaker}: ${last}` as const];
        if (first === undefined) continue;
        for (const { confidence } of playbook.match(talk([first, ...rest]))) {
          expect(confidence).toBeGreaterThanOrEqual(0.5);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }
      expect(playbook.isDone('delivery-delay', last)).toBeTypeOf('boolean');
    }),
    { numRuns: 60 },
  );
});

/** Counts how often a token is looked at. */
function counted(tokens: readonly Token[]) {
  const count = { steps: 0 };
  const watched = new Proxy(tokens, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) count.steps += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { watched, count };
}

test('reading one phrase takes at most states times tokens steps', () => {
  const parts = phrases.flatMap((phrase) => phrase.parts);
  fc.assert(
    fc.property(fc.array(oddWord, { minLength: 1, maxLength: 30 }), (words) => {
      const tokens = tokensOf(words.join(' '));
      for (const part of parts) {
        const { watched, count } = counted(tokens);
        runMachine(part, watched, 0);
        expect(count.steps).toBeLessThanOrEqual(2 * part.stateCount * (tokens.length + 1));
      }
    }),
    { numRuns: 40 },
  );
});

test('twice the words take at most about twice the steps', () => {
  const stepsFor = (text: string) => {
    const { watched, count } = counted(tokensOf(text));
    const spoken = { ...spokenOf(watched), tokens: watched };
    count.steps = 0;
    for (const phrase of phrases) findPhrase(phrase, spoken);
    return count.steps;
  };
  const words = 'where is the order not to be refunded twice in the account my card ';
  const [short = 0, long = 0] = [10, 20].map((times) => stepsFor(words.repeat(times)));
  expect(short).toBeGreaterThan(0);
  expect(long / short).toBeLessThan(2.5);
});
