import type { CardObstacle, CardReason } from '@agent/protocol';
import { expect, it } from 'vitest';
import { reasonWords } from './reason-words.ts';

const nothing: CardReason = {
  ...{ cardId: 'one', title: 'One', comesUp: true, confidence: 0.8 },
  ...{ phrase: null, likeness: null, obstacle: null },
};
const words = (parts: Partial<CardReason>) =>
  reasonWords({ ...nothing, ...parts }, (id) => `The ${id}`).join(' ');

it('says by which words a phrase was found, and when its topic came up', () => {
  const phrase = { text: 'how long', words: ['how', 'long'], clarity: 0.9, followsAfter: 3 };
  expect(words({ phrase })).toBe(
    'Found by “how … long”, as in its follow-up “how long”. Its topic came up 3 turns before.',
  );
  expect(words({ phrase: { ...phrase, followsAfter: null } })).toBe(
    'Found by “how … long”, as in its phrase “how long”. The words stand 90 % as close as in the phrase.',
  );
});

it('says what a turn is like, and what it is more like', () => {
  const likeness = { share: 0.6, top: 0.6, topCardId: 'one', example: 'Is it?' };
  expect(words({ likeness })).toBe('60 % like its examples, most like “Is it?”');
  const phrase = { text: 'it', words: ['it'], clarity: 1, followsAfter: null };
  expect(words({ phrase, likeness: { ...likeness, share: 0, topCardId: 'two' } })).toBe(
    'Found by “it”, as in its phrase “it”. 0 % like its examples. More like “The two” (60 %), so it is less sure.',
  );
});

const obstacles: CardObstacle[] = [
  { kind: 'denied', phrase: 'refund' },
  { kind: 'other-side', phrase: 'refund' },
  { kind: 'but-not', phrase: 'tax refund', words: ['tax', 'refund'] },
  { kind: 'record', fact: 'late-order' },
  { kind: 'record-not', fact: 'no-record' },
  { kind: 'sentiment', wanted: 'negative' },
  { kind: 'sentiment', wanted: 'not-positive' },
  { kind: 'not-said' },
  { kind: 'said-before', turnsAgo: 1 },
  { kind: 'no-sign', neededShare: 0.38 },
  { kind: 'unsure', needed: 0.5 },
  { kind: 'part-of', cardId: 'two' },
  { kind: 'behind', cardId: 'two' },
];

it('says of each obstacle something of its own, in a sentence', () => {
  const sentences = obstacles.map((obstacle) => words({ obstacle }));
  for (const sentence of sentences) expect(sentence).toMatch(/^Stays away[:,] .*\.$/);
  expect(new Set(sentences).size).toBe(obstacles.length);
  expect(sentences[3]).toBe('Stays away: it needs to be known that an order is late.');
  expect(sentences[8]).toBe('Stays away: the agent has said it already, one turn before.');
});
