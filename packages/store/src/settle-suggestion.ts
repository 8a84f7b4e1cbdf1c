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

const settledAsSchema = z.enum(['accepted', 'edited', 'dismissed', 'marked-wrong', 'expired']);

/** What became of a suggestion before. `call-ended`: nothing did, and nothing will any more. */
export type SettledAs = z.infer<typeof settledAsSchema> | 'call-ended';

/**
 * Stores what the agent did with a suggestion. Of two outcomes at once the first wins: the answer
 * is then what it was settled as. `not-found`: it was never offered in this call. Idempotent by
 * `eventId`.
 */
export async function settleSuggestion(
  db: Queryable,
  callId: CallId,
  suggestionId: SuggestionId,
  outcome: SuggestionOutcome,
  eventId: EventId,
): Promise<AppendedEvent | 'not-found' | { settledAs: SettledAs }> {
  return inTransaction(db, async (tx) => {
    const [call] = await tx`select status from calls where id = ${callId} for update`;
    const [offered, ...later] = await eventsAbout(tx, callId, suggestionId);
    if (!offered) return 'not-found';
    const isStored = later.some((event) => event.eventId === eventId);
    const [first] = later;
    if (first && !isStored) return { settledAs: settledAsSchema.parse(first.what) };
    if (call?.status !== 'active' && !isStored) return { settledAs: 'call-ended' };
    return appendCallEvent(tx, callId, eventOf(suggestionId, outcome, eventId));
  });
}

/** What happened to a suggestion, from its offer on. */
async function eventsAbout(tx: Transaction, callId: CallId, suggestionId: SuggestionId) {
  const rows = await tx`
    select event_id, split_part(type, '.', 2) as what from call_events
    where call_id = ${callId} and type like 'suggestion.%'
      and data ->> 'suggestionId' = ${suggestionId}
    order by seq`;
  return z.array(z.object({ eventId: z.uuid(), what: z.string() })).parse(rows);
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
