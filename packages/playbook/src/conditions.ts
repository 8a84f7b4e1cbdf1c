import type { RecordFact } from '@agent/protocol';
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

/** Tells whether all that a card asks for besides its phrases holds. */
export function holdsFor(compiled: CompiledCard, circumstances: Circumstances): boolean {
  const { when } = compiled.card;
  const { facts, history } = circumstances;
  return (
    when.record.every((fact) => facts.has(fact)) &&
    !when.recordNot.some((fact) => facts.has(fact)) &&
    hasSentiment(when.sentiment, circumstances.said) &&
    (compiled.said.length === 0 || history.segmentsSince(compiled.said) !== undefined) &&
    history.segmentsSince(compiled.notSaid, { by: 'agent' }) === undefined
  );
}

function hasSentiment(
  wanted: CompiledCard['card']['when']['sentiment'],
  said: readonly Said[],
): boolean {
  if (wanted === undefined) return true;
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
