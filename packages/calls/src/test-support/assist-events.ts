import {
  type CallEventData,
  type SuggestionDraft,
  type SuggestionId,
  sentimentLabel,
} from '@agent/protocol';
import { segmentUuid } from './call-log.ts';

/** The payload of a suggestion from the playbook. */
export function offered(
  suggestionId: SuggestionId,
  { important = false }: { important?: boolean } = {},
): CallEventData<'suggestion.offered'> {
  return {
    suggestionId,
    segmentId: segmentUuid(100),
    suggestion: 'Offer express or a refund.',
    reasoning: 'The order is late.',
    action: 'offer_refund',
    confidence: 0.86,
    source: { kind: 'playbook', name: 'Delivery policy', cardId: 'delivery-delay' },
    important,
  };
}

/** A model's suggestion for a segment, whose text names its revision. */
export function draft(suggestionId: SuggestionId, revision = 1, segment = 100): SuggestionDraft {
  return {
    suggestionId,
    segmentId: segmentUuid(segment),
    source: { kind: 'model', name: 'a-model', cardId: null },
    revision,
    suggestion: `revision ${revision}`,
    reasoning: '',
  };
}

/** The payload of a score. */
export function scored(segment: number, score: number): CallEventData<'sentiment.scored'> {
  const label = sentimentLabel(score);
  return { segmentId: segmentUuid(segment), score, label, confidence: 0.8, source: 'lexicon' };
}
