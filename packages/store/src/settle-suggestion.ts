import type {
  CallId,
  EventId,
  NewCallEvent,
  SuggestionId,
  SuggestionOutcome,
} from '@agent/protocol';
import { z } from 'zod';
import { type AppendedEvent, appendCallEvent } from './call-events.ts';
import { inTransaction, type Queryable, type Transaction } from './connect.ts';

/**
 * Stores what the agent did with a suggestion. Of two outcomes at once the first wins: `settled`
 * when it has one already, has expired, or the call is over; `not-found` when it was never offered
 * in this call. Idempotent by `eventId`.
 */
export async function settleSuggestion(
  db: Queryable,
  callId: CallId,
  suggestionId: SuggestionId,
  outcome: SuggestionOutcome,
  eventId: EventId,
): Promise<AppendedEvent | 'not-found' | 'settled'> {
  return inTransaction(db, async (tx) => {
    const [call] = await tx`select status from calls where id = ${callId} for update`;
    const events = await eventsAbout(tx, callId, suggestionId);
    if (!events.some(({ type }) => type === 'suggestion.offered')) return 'not-found';
    const isRepetition = events.some((event) => event.eventId === eventId);
    const isOpen = events.length === 1 && call?.status === 'active';
    if (!isOpen && !isRepetition) return 'settled';
    return appendCallEvent(tx, callId, eventOf(suggestionId, outcome, eventId));
  });
}

const aboutSchema = z.array(z.object({ type: z.string(), eventId: z.string() }));

async function eventsAbout(tx: Transaction, callId: CallId, suggestionId: SuggestionId) {
  const rows = await tx`
    select type, event_id from call_events
    where call_id = ${callId} and type like 'suggestion.%'
      and data ->> 'suggestionId' = ${suggestionId}`;
  return aboutSchema.parse(rows);
}

function eventOf(
  suggestionId: SuggestionId,
  outcome: SuggestionOutcome,
  eventId: EventId,
): NewCallEvent {
  const head = { eventId, actor: 'agent' } as const;
  switch (outcome.outcome) {
    case 'accepted':
      return { ...head, type: 'suggestion.accepted', data: { suggestionId, how: outcome.how } };
    case 'edited':
      return { ...head, type: 'suggestion.edited', data: { suggestionId, text: outcome.text } };
    case 'dismissed':
      return { ...head, type: 'suggestion.dismissed', data: { suggestionId } };
    case 'marked-wrong':
      return { ...head, type: 'suggestion.marked-wrong', data: { suggestionId } };
    default:
      return outcome satisfies never;
  }
}
