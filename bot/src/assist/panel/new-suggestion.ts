import type { CardMatch } from '@agent/playbook';
import {
  type CallId,
  type SegmentId,
  type Suggestion,
  type SuggestionId,
  suggestionIdSchema,
} from '@agent/protocol';
import { stableId } from '@agent/store';
import type { ModelSuggestion } from '../model/suggester.ts';

/** The segment that a suggestion answers. */
export interface Answered {
  callId: CallId;
  segmentId: SegmentId;
}

/** Id of a suggestion, the same for every bot that makes it: of this kind there is one for a segment. */
export function suggestionId({ callId, segmentId }: Answered, kind: string): SuggestionId {
  return suggestionIdSchema.parse(stableId('suggestion', callId, segmentId, kind));
}

/** A card of the playbook as a suggestion. */
export function fromCard(answered: Answered, { card, confidence, suggestion }: CardMatch) {
  return {
    suggestionId: suggestionId(answered, `card ${card.id}`),
    segmentId: answered.segmentId,
    suggestion,
    reasoning: card.reasoning,
    action: card.action,
    confidence,
    source: { kind: 'playbook', name: card.source, cardId: card.id },
    important: card.important,
  } as const satisfies Suggestion;
}

/** A model's answer as a suggestion. */
export function fromModel(answered: Answered, model: string, answer: ModelSuggestion): Suggestion {
  const { suggestion, reasoning, action, confidence } = answer;
  return {
    suggestionId: suggestionId(answered, 'model'),
    segmentId: answered.segmentId,
    suggestion,
    reasoning,
    action,
    confidence,
    source: { kind: 'model', name: model.slice(0, 120), cardId: null },
    important: false,
  };
}

/** The last resort when nothing better is known. */
export function genericSuggestion(answered: Answered): Suggestion {
  return {
    suggestionId: suggestionId(answered, 'generic'),
    segmentId: answered.segmentId,
    suggestion: 'Listen carefully and ask clarifying questions.',
    reasoning: 'Nothing in the guidance fits what the customer said.',
    action: 'ask_question',
    confidence: 0.5,
    source: { kind: 'generic', name: 'General advice', cardId: null },
    important: false,
  };
}
