import type { CardReason } from '@agent/protocol';
import { cardReasonSchema } from '@agent/protocol';
import { describe, expect, test } from 'vitest';
import { createPlaybook } from './create-playbook.ts';
import { labelledTurns } from './labelled-turns/labelled-turns.ts';
import { turnConversation } from './labelled-turns/turn-conversation.ts';
import { recordWith } from './record-with.ts';
import { projectCards } from './test-support/project-cards.ts';
import { cardWith, type Line, talk } from './test-support/talk.ts';

const refund = cardWith();
type Talk = Parameters<typeof talk>;

function explain(cards: Parameters<typeof createPlaybook>[0], ...[lines, known]: Talk) {
  return createPlaybook(cards).explain(talk(lines, known), cards[0]?.id);
}
const obstacleOf = ([reason]: readonly CardReason[]) => reason?.obstacle;

test('a phrase is told with the words that it was found by', () => {
  const [reason] = explain([refund], ["customer: Hi. I'd really want a full refund, please."]);
  expect(reason).toMatchObject({
    ...{ cardId: 'refund-request', comesUp: true, confidence: 0.9, likeness: null },
    phrase: { text: 'want ... refund', words: ['want', 'refund'], clarity: 1, followsAfter: null },
    obstacle: null,
  });
});

test('a follow-up is told with how long ago its topic was', () => {
  const card = cardWith({
    phrases: [],
    followUps: [{ after: ['refund'], phrases: ['how long'] }],
  });
  const lines: [Line, ...Line[]] = ['agent: I issue the refund.', 'customer: How long?'];
  expect(explain([card], lines)[0]?.phrase).toMatchObject({ text: 'how long', followsAfter: 1 });
});

test('a guess is told with its share and the example that is nearest', () => {
  const cards = projectCards();
  const playbook = createPlaybook(cards);
  const turn = talk(['customer: So when is that money going to reach my bank account?']);
  const [first] = playbook.explain(turn);
  expect(first).toMatchObject({ cardId: 'refund-when', comesUp: true });
  const { share = 0, top = 1, topCardId, example } = first?.likeness ?? {};
  expect(share).toBeGreaterThan(0.38);
  expect(topCardId).toBe('refund-when');
  expect(share).toBeLessThanOrEqual(top);
  expect(cards.find(({ id }) => id === 'refund-when')?.examples).toContain(example);
});

describe('what keeps a card away is told', () => {
  const nowMs = Date.now();
  const want = 'customer: I want a refund' as const;
  test.each<[string, Partial<Parameters<typeof cardWith>[0]>, Talk, object]>([
    ['a denial', {}, [["customer: I don't want a refund"]], { kind: 'denied' }],
    [
      'the other side',
      { listensTo: 'agent' },
      [[want]],
      { kind: 'other-side', phrase: 'want ... refund' },
    ],
    [
      'other words',
      { butNot: ['tax refund'] },
      [['customer: I want a tax refund']],
      { kind: 'but-not', phrase: 'tax refund', words: ['tax', 'refund'] },
    ],
    ['a lacking fact', { when: { record: ['late-order'] } }, [[want]], { kind: 'record' }],
    [
      'a fact',
      { when: { recordNot: ['past-due'] } },
      [[want], { record: recordWith(['past-due'], nowMs) }],
      { kind: 'record-not', fact: 'past-due' },
    ],
    [
      'the sentiment',
      { when: { sentiment: 'negative' } },
      [[want], { sentiment: 0.8 }],
      { kind: 'sentiment', wanted: 'negative' },
    ],
    ['what was not said', { when: { said: ['hello'] } }, [[want]], { kind: 'not-said' }],
    [
      'what was said',
      { when: { notSaid: ['hello'] } },
      [['agent: Hello.', 'customer: Hm.', want]],
      { kind: 'said-before', turnsAgo: 2 },
    ],
    ['want of certainty', { confidence: 0.4 }, [[want]], { kind: 'unsure', needed: 0.5 }],
    ['nothing', {}, [['customer: Lovely weather']], { kind: 'no-sign' }],
  ])('%s', (_what, parts, [lines, known], obstacle) => {
    const reasons = explain([cardWith(parts)], lines, known);
    expect(obstacleOf(reasons)).toMatchObject(obstacle);
    expect(reasons[0]?.comesUp).toBe(false);
  });

  test('another card of more words, and one that is far surer', () => {
    const when = cardWith({ id: 'refund-when', phrases: ['when ... want ... refund'] });
    const weak = cardWith({ id: 'weak', phrases: ['hello'], confidence: 0.55 });
    const reasons = explain([refund, when, weak], ['customer: hello, when I want a refund?']);
    expect(reasons.map(({ cardId, comesUp, obstacle }) => [cardId, comesUp, obstacle])).toEqual([
      ['refund-when', true, null],
      ['refund-request', false, { kind: 'part-of', cardId: 'refund-when' }],
      ['weak', false, { kind: 'behind', cardId: 'refund-request' }],
    ]);
  });
});

test('what is told agrees with what comes up, on every labelled turn', () => {
  const nowMs = Date.parse('2026-11-23T10:00:00Z');
  const playbook = createPlaybook(projectCards(), { nowMs: () => nowMs });
  for (const turn of labelledTurns('development')) {
    const conversation = turnConversation(turn, nowMs);
    const told = playbook.explain(conversation).map((reason) => cardReasonSchema.parse(reason));
    const shown = told.filter(({ comesUp }) => comesUp);
    expect(told.slice(0, shown.length)).toEqual(shown);
    expect(shown.map(({ cardId, confidence }) => [cardId, confidence])).toEqual(
      playbook.match(conversation).map(({ card, confidence }) => [card.id, confidence]),
    );
  }
});
