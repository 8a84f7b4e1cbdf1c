import type { CardObstacle, RecordFact } from '@agent/protocol';
import { sentimentLabel } from '@agent/protocol';
import type { CompiledCard } from './compile-card.ts';
import type { Said } from './conversation.ts';
import type { History } from './history.ts';

/** What the conditions of cards are held against. */
export interface Circumstances {
  said: readonly [Said, ...Said[]];
  history: History;
  facts: ReadonlySet<RecordFact>;
}

/** So many of the customer's last segments tell the sentiment when the newest one does not. */
const SENTIMENT_SEGMENTS = 3;

/** The first of what a card asks for besides its phrases that does not hold; undefined when all does. */
export function unmetCondition(
  compiled: CompiledCard,
  { facts, history, said }: Circumstances,
): CardObstacle | undefined {
  const { when } = compiled.card;
  const missing = when.record.find((fact) => !facts.has(fact));
  if (missing) return { kind: 'record', fact: missing };
  const present = when.recordNot.find((fact) => facts.has(fact));
  if (present) return { kind: 'record-not', fact: present };
  if (when.sentiment && !hasSentiment(when.sentiment, said)) {
    return { kind: 'sentiment', wanted: when.sentiment };
  }
  if (compiled.said.length > 0 && history.segmentsSince(compiled.said) === undefined) {
    return { kind: 'not-said' };
  }
  const turnsAgo = history.segmentsSince(compiled.notSaid, { by: 'agent' });
  return turnsAgo === undefined ? undefined : { kind: 'said-before', turnsAgo };
}

function hasSentiment(
  wanted: NonNullable<CompiledCard['card']['when']['sentiment']>,
  said: readonly Said[],
): boolean {
  const scores = said.flatMap(({ speaker, sentiment }) =>
    speaker === 'customer' && sentiment !== null ? [sentiment] : [],
  );
  const newest = scores.at(-1) ?? 0;
  switch (wanted) {
    case 'not-positive':
      return sentimentLabel(newest) !== 'positive';
    case 'negative':
      return sentimentLabel(newest) === 'negative' || sentimentLabel(recent(scores)) === 'negative';
    default:
      return wanted satisfies never;
  }
}

function recent(scores: readonly number[]): number {
  const last = scores.slice(-SENTIMENT_SEGMENTS);
  return last.reduce((sum, score) => sum + score, 0) / Math.max(1, last.length);
}
