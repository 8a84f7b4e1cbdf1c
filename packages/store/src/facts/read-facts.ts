import { type CallFacts, type FactsContext, factEventTypes, foldFacts } from '@agent/calls';
import {
  type CallEvent,
  type CallId,
  type CustomerId,
  callEventSchema,
  callIdSchema,
  customerIdSchema,
  queueIdSchema,
  userIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';
import { type ErasedCall, erasedCallSchema, logOfErased } from './erased-log.ts';

/** The facts of a call as its log has them now. */
export interface FoldedCall {
  facts: CallFacts;
  /** How far the log was read. */
  foldedSeq: number;
  /** Whose its stored facts say that the call is; null: nobody's, or there are none. */
  knownCustomerId: CustomerId | null;
  /** What its stored facts say of its outcome. */
  knownResolves: boolean | null;
}

/**
 * Works the facts of calls out of their rows and logs. What of a log does not fit the schema of its type tells
 * nothing. Until the end of the transaction nobody changes the zone of the figures.
 */
export async function readFacts(db: Queryable, callIds: readonly CallId[]): Promise<FoldedCall[]> {
  const rows = await db`
    select c.id as call_id, c.queue_id, c.target_seconds, c.transcribed as is_transcribed, c.agent_id,
      c.customer_id, c.queued_at, c.answered_at, c.ended_at, c.wrapped_up_at as closed_at, c.closed_by,
      c.last_seq as folded_seq, f.customer_id as known_customer_id, f.resolves as known_resolves,
      ${resolves(db)} as resolves,
      case when c.erased_at is null then null else jsonb_build_object('queueName', c.queue_name,
        'talkEndedAt', c.talk_ended_at, 'withoutAgentMs', c.without_agent_ms,
        'customerSeenAt', c.customer_seen_at, 'wrapUpStartedAt', c.wrap_up_started_at,
        'wrapUpAwayMs', c.wrap_up_away_ms, 'disposition', c.disposition, 'rating', c.rating,
        'ratedAt', c.rated_at, 'endReason', c.end_reason) end as erased,
      coalesce((
        select json_agg(json_build_object('eventId', e.event_id, 'callId', e.call_id, 'seq', e.seq,
          'at', e.at, 'actor', e.actor, 'type', e.type, 'data', e.data) order by e.seq)
        from call_events e
        where e.call_id = c.id and e.type = any (${[...factEventTypes]}::text[])), '[]') as events
    from calls c left join call_facts f on f.call_id = c.id,
      (select pg_advisory_xact_lock_shared(hashtext('figure-zone'))) held
    where c.id = any (${[...callIds]}::uuid[])`;
  return z.array(rowSchema).parse(rows).map(folded);
}

/** As it was when the outcome was chosen: another meaning of it does not rewrite the past. */
function resolves(db: Queryable): Fragment {
  return db`case when c.status = 'closed' and c.disposition is not null then coalesce(
    case when f.disposition = c.disposition then f.resolves end,
    (select o.resolves from queue_outcomes o where o.queue_id = c.queue_id and o.id = c.disposition),
    false) end`;
}

const time = z.date().nullable();

const rowSchema = z.object({
  callId: callIdSchema,
  queueId: queueIdSchema,
  targetSeconds: z.number(),
  isTranscribed: z.boolean(),
  agentId: userIdSchema.nullable(),
  customerId: customerIdSchema.nullable(),
  queuedAt: z.date(),
  answeredAt: time,
  endedAt: time,
  closedAt: time,
  closedBy: z.enum(['agent', 'system']).nullable(),
  resolves: z.boolean().nullable(),
  foldedSeq: z.number(),
  knownCustomerId: customerIdSchema.nullable(),
  knownResolves: z.boolean().nullable(),
  erased: erasedCallSchema.nullable(),
  events: z.array(z.unknown()),
});

function folded({
  foldedSeq,
  knownCustomerId,
  knownResolves,
  erased,
  events,
  ...context
}: z.infer<typeof rowSchema>): FoldedCall {
  const facts = foldFacts(context, logOf(context, erased, events));
  return { facts, foldedSeq, knownCustomerId, knownResolves };
}

function logOf(
  context: FactsContext,
  erased: ErasedCall | null,
  events: readonly unknown[],
): CallEvent[] {
  if (erased) return logOfErased(context, erased);
  return events.flatMap((event) => callEventSchema.safeParse(event).data ?? []);
}
