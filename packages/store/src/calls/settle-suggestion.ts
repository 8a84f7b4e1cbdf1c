import {
  type AppendedEvent,
  type CallId,
  type EventId,
  eventIdSchema,
  type NewCallEvent,
  type SuggestionId,
  type SuggestionOutcome,
} from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable, type Transaction } from '../database/connect.ts';
import { appendCallEvent } from '../log/call-events.ts';

const settledAsSchema = z.enum(['accepted', 'edited', 'dismissed', 'marked-wrong', 'expired']);

/** What became of a suggestion before. `call-ended`: nothing did, and nothing will any more. */
export type SettledAs = z.infer<typeof settledAsSchema> | 'call-ended';

/** What the agent did, under an id made from it, so that a repetition stores nothing. */
export interface SettleOptions {
  outcome: SuggestionOutcome;
  eventId: EventId;
  /** An outcome still counts when the suggestion expired no longer ago: it was under way then. */
  graceMs: number;
}

/**
 * Stores what the agent did with a suggestion. Of two outcomes at once the first wins: the answer
 * is then what it was settled as. `not-found`: it was never offered in this call. Idempotent by
 * `eventId`.
 */
export async function settleSuggestion(
  db: Queryable,
  callId: CallId,
  suggestionId: SuggestionId,
  { outcome, eventId, graceMs }: SettleOptions,
): Promise<AppendedEvent | 'not-found' | { settledAs: SettledAs }> {
  return inTransaction(db, async (tx) => {
    const [call] = await tx`select status from calls where id = ${callId} for update`;
    const [offered, ...later] = await eventsAbout(tx, callId, suggestionId);
    if (!offered) return 'not-found';
    if (!later.some((event) => event.eventId === eventId)) {
      const settledAs = whatSettled(later, graceMs);
      if (settledAs) return { settledAs };
      if (call?.status !== 'active') return { settledAs: 'call-ended' };
    }
    return appendCallEvent(tx, callId, eventOf(suggestionId, outcome, eventId));
  });
}

/** What the agent did comes before what became of the suggestion by itself. */
function whatSettled(later: readonly EventAbout[], graceMs: number): SettledAs | undefined {
  const byAgent = later.find(({ what }) => what !== 'expired');
  const settled = byAgent ?? later.find(({ ageMs }) => ageMs > graceMs);
  return settled && settledAsSchema.parse(settled.what);
}

const eventAboutSchema = z.object({ eventId: eventIdSchema, what: z.string(), ageMs: z.number() });
type EventAbout = z.infer<typeof eventAboutSchema>;

/** What happened to a suggestion, from its offer on. */
async function eventsAbout(
  tx: Transaction,
  callId: CallId,
  suggestionId: SuggestionId,
): Promise<EventAbout[]> {
  const rows = await tx`
    select event_id, split_part(type, '.', 2) as what,
      (extract(epoch from now() - at) * 1000)::double precision as age_ms
    from call_events
    where call_id = ${callId} and type like 'suggestion.%'
      and data ->> 'suggestionId' = ${suggestionId}
    order by seq`;
  return z.array(eventAboutSchema).parse(rows);
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
