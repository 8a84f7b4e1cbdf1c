import {
  type CallEventEnvelope,
  type CallId,
  callEventEnvelopeSchema,
  type SuggestionDensity,
  type SuggestionId,
  type SuggestionOutcome,
} from '@agent/protocol';
import { command, request } from '../http/request.ts';

/** Says what the agent did with a suggestion. */
export function settleSuggestion(
  callId: CallId,
  suggestionId: SuggestionId,
  body: SuggestionOutcome,
): Promise<CallEventEnvelope> {
  const path = `/api/calls/${callId}/suggestions/${suggestionId}`;
  return request(callEventEnvelopeSchema, path, { method: 'POST', body });
}

/** Says how many suggestions the agent wants to see. */
export function setSuggestionDensity(density: SuggestionDensity): Promise<void> {
  return command('/api/agent/suggestion-density', { method: 'PUT', body: { density } });
}
