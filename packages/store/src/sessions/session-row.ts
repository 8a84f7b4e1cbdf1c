import {
  callIdSchema,
  callStatusSchema,
  endReasonSchema,
  outcomeIdSchema,
  queueIdSchema,
  type SessionSummary,
  soundStatusSchema,
  userIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Fragment, Queryable } from '../database/connect.ts';
import { talkMs } from '../log/talk-ms.ts';
import { outcomeOf } from '../queues/outcome-of.ts';
import type { SessionFacts } from './session-facts.ts';

/**
 * What a list shows of a call `c`, with its recording `r` if there is one. What an agent has only
 * begun to write down is nobody else's yet: outcome and notes are told once the call is closed.
 */
export function sessionColumns(db: Queryable): Fragment {
  return db`
    c.id as call_id, c.status, c.queue_id,
    (select q.name from queues q where q.id = c.queue_id) as queue_name, c.customer_name, c.agent_id, c.agent_name, c.queued_at, c.answered_at,
    c.ended_at, c.end_reason, c.rating, coalesce(r.status, 'none') as sound,
    case when c.status = 'closed' then c.disposition end as disposition,
    case when c.status = 'closed' and c.disposition is not null then ${outcomeOf(db)} end as outcome,
    ${talkMs(db)} as talk_ms`;
}

const time = z.date().transform((at) => at.toISOString());

/** A row with the columns of `sessionColumns`. */
export const sessionRowSchema = z.object({
  callId: callIdSchema,
  status: callStatusSchema,
  queueId: queueIdSchema,
  queueName: z.string(),
  customerName: z.string(),
  agentId: userIdSchema.nullable(),
  agentName: z.string().nullable(),
  queuedAt: time,
  answeredAt: time.nullable(),
  endedAt: time,
  talkMs: z.number().nullable(),
  endReason: endReasonSchema.nullable(),
  disposition: outcomeIdSchema.nullable(),
  outcome: z.object({ label: z.string(), resolves: z.boolean() }).nullable(),
  rating: z.number().nullable(),
  sound: soundStatusSchema,
});
type SessionRow = z.infer<typeof sessionRowSchema>;

/** A call as a list shows it, without where something was found in it. */
export function summaryOf(
  { queueId: id, queueName: name, ...row }: SessionRow,
  { mood, orderNumbers, topics }: SessionFacts,
): Omit<SessionSummary, 'hits'> {
  return { ...row, queue: { id, name }, sentiment: mood, orderNumbers, topics };
}
