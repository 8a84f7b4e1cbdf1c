import { type CallEventData, type SuggestionDraft, sentimentLabel } from '@agent/protocol';
import { uuid } from './call-log.ts';

/** The payload of a suggestion from the playbook. */
export function offered(
  suggestionId: string,
  { important = false }: { important?: boolean } = {},
): CallEventData<'suggestion.offered'> {
  return {
    suggestionId,
    segmentId: uuid(100),
    suggestion: 'Offer express or a refund.',
    reasoning: 'The order is late.',
    action: 'offer_refund',
    confidence: 0.86,
    source: { kind: 'playbook', name: 'Delivery policy', cardId: 'delivery-delay' },
    important,
  };
}

/** A model's suggestion for a segment, whose text names its revision. */
export function draft(suggestionId: string, revision = 1, segment = 100): SuggestionDraft {
  return {
    suggestionId,
    segmentId: uuid(segment),
    source: { kind: 'model', name: 'a-model', cardId: null },
    revision,
    suggestion: `revision ${revision}`,
    reasoning: '',
  };
}

/** The payload of a score. */
export function scored(segment: number, score: number): CallEventData<'sentiment.scored'> {
  const label = sentimentLabel(score);
  return { segmentId: uuid(segment), score, label, confidence: 0.8, source: 'lexicon' };
}
