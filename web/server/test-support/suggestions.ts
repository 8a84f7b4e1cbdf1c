import type { AppendedEvent, CallId, Suggestion, SuggestionId } from '@agent/protocol';
import { appendCallEvent } from '@agent/store';
import { anEventId, aSegmentId, aSuggestionId } from '@agent/testing/ids';
import type { Harness } from './harness.ts';

/** The bot shows the agent a suggestion. */
export function offerSuggestion(
  { services }: Harness,
  callId: CallId,
  suggestionId: SuggestionId = aSuggestionId(),
): Promise<AppendedEvent> {
  const suggestion: Suggestion = {
    suggestionId,
    segmentId: aSegmentId(),
    suggestion: 'I am sorry that the lamp is late.',
    reasoning: 'The order is two days over its date.',
    action: 'empathise',
    confidence: 0.9,
    source: { kind: 'playbook', name: 'Late deliveries', cardId: 'delivery-delay' },
    important: true,
  };
  return appendCallEvent(services.db, callId, {
    eventId: anEventId(),
    actor: 'bot',
    type: 'suggestion.offered',
    data: suggestion,
  });
}

/** A suggestion of a call that the talk has left behind so long ago. */
export async function expireSuggestion(
  { services }: Harness,
  callId: CallId,
  suggestionId: SuggestionId,
  agoMs: number,
): Promise<void> {
  const data = JSON.stringify({ suggestionId, reason: 'moved-on' });
  await services.db`
    with counted as (update calls set last_seq = last_seq + 1 where id = ${callId} returning *)
    insert into call_events (call_id, seq, event_id, at, actor, type, audience, data)
    select id, last_seq, gen_random_uuid(), now() - ${agoMs}::double precision * interval '1 ms',
      'bot', 'suggestion.expired', 'staff', ${data} from counted`;
}
