import type { OfferedSuggestion } from '@agent/calls';
import { aSegmentId, aSuggestionId } from '@agent/testing/ids';

/** A suggestion that the call was offered before, from the playbook unless a model wrote it. */
export function offered(given: {
  suggestion: string;
  source?: 'playbook' | 'model';
}): OfferedSuggestion {
  const { suggestion, source = 'playbook' } = given;
  return {
    suggestionId: aSuggestionId('0197a4de-0000-4000-8000-000000000002'),
    segmentId: aSegmentId('0197a4de-0000-4000-8000-000000000003'),
    suggestion,
    reasoning: '',
    action: 'offer_solution',
    confidence: 0.9,
    source: { kind: source, name: 'Guide', cardId: source === 'playbook' ? 'a-card' : null },
    important: false,
    seq: 5,
    offeredAtMs: 5_000,
    fate: { state: 'open' },
    settledAtMs: null,
    place: 0,
  };
}
