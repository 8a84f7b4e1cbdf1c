import { expect, test } from 'vitest';
import { cardFaults } from './card-faults.ts';
import { projectCards } from './test-support/project-cards.ts';
import { cardWith } from './test-support/talk.ts';

test('no card of the project has a fault', () => {
  expect(projectCards().flatMap(cardFaults)).toEqual([]);
});

test('every phrase that cannot be used is named with its place', () => {
  const faults = cardFaults(
    cardWith({
      phrases: ['want ... refund', 'want <refnd>'],
      followUps: [{ after: ['a (b'], phrases: ['yes', 'no)'] }],
      butNot: ['the'],
      when: { said: ['fine', '...'], notSaid: ['<nobody>'] },
      doneWhenSaid: ['(this|)'],
    }),
  );
  expect(faults.map(({ path }) => path.join('.'))).toEqual([
    'phrases.1',
    'followUps.0.after.0',
    'followUps.0.phrases.1',
    'when.said.1',
    'when.notSaid.0',
    'doneWhenSaid.0',
  ]);
  expect(faults[0]?.message).toBe('There is no word group <refnd>.');
});
