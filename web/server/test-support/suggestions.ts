import { randomUUID } from 'node:crypto';
import type { CallId, Suggestion, SuggestionId } from '@agent/protocol';
import { type AppendedEvent, appendCallEvent } from '@agent/store';
import type { Harness } from './harness.ts';

/** The bot shows the agent a suggestion. */
export function offerSuggestion(
  { services }: Harness,
  callId: CallId,
  suggestionId: SuggestionId = randomUUID(),
): Promise<AppendedEvent> {
  const suggestion: Suggestion = {
    suggestionId,
    segmentId: randomUUID(),
    suggestion: 'I am sorry that the lamp is late.',
    reasoning: 'The order is two days over its date.',
    action: 'empathise',
    confidence: 0.9,
    source: { kind: 'playbook', name: 'Late deliveries', cardId: 'delivery-delay' },
    important: true,
  };
  return appendCallEvent(services.db, callId, {
    eventId: randomUUID(),
    actor: 'bot',
    type: 'suggestion.offered',
    data: suggestion,
  });
}
