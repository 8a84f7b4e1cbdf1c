import {
  type AgentStatusRequest,
  agentStatusSchema,
  type CallId,
  callIdSchema,
  namedQueueSchema,
  type ShownBreakReason,
  shownBreakReasonSchema,
  suggestionDensitySchema,
  type UserId,
} from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable } from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';
import type { Row } from '../database/statement.ts';

const offerSchema = z.object({
  callId: callIdSchema,
  queue: namedQueueSchema,
  customerName: z.string(),
  waitedMs: z.number().int().min(0),
  expiresAt: z.date(),
  remainingMs: z.number().int().min(0),
  transcribed: z.boolean(),
  /** Whether the customer talked with another agent before, who had to leave. */
  answeredBefore: z.boolean(),
});

const absenceSchema = z.object({
  callId: callIdSchema,
  customerName: z.string(),
  closedAt: z.date(),
});

const stateSchema = z.object({
  status: agentStatusSchema,
  statusSince: z.date(),
  /** What it has chosen to do after its call; null: to be available. */
  nextStatus: z.enum(['break', 'offline']).nullable(),
  suggestionDensity: suggestionDensitySchema,
  currentCallId: callIdSchema.nullable(),
  /** Whose calls it takes, by name. */
  queues: z.array(namedQueueSchema),
});

/** What an agent's desk shows outside of the transcript. */
export interface AgentDesk extends Omit<z.infer<typeof stateSchema>, 'currentCallId'> {
  /** The call it is on or wrapping up. */
  callId: CallId | null;
  /** Why it is on a break, or will be after its call; null where nobody said. */
  breakReason: ShownBreakReason | null;
  /** The call on offer to it. */
  offer: z.infer<typeof offerSchema> | null;
  /** The call that the system closed as the agent was gone, until it chooses a status again. */
  closedInAbsence: z.infer<typeof absenceSchema> | null;
}

/** The desk of an agent, from one moment. */
export async function agentDesk(db: Queryable, agentId: UserId): Promise<AgentDesk> {
  const [row] = await db`
    select coalesce(s.status, 'offline') as status,
      coalesce(s.status_since, clock_timestamp()) as status_since,
      s.next_status, s.break_reason, s.break_note,
      coalesce(u.suggestion_density, 'all') as suggestion_density,
      (select coalesce(json_agg(json_build_object('id', q.id, 'name', q.name)
          order by lower(q.name), q.id), '[]')
        from agent_queues a join queues q on q.id = a.queue_id
        where a.agent_id = me.id) as queues,
      mine.id as current_call_id,
      json_build_object('id', offer.queue_id, 'name', offer.queue_name) as queue,
      offer.id as call_id, offer.customer_name, offer.transcribed,
      offer.answered_at is not null as answered_before,
      offer.offer_expires_at as expires_at,
      round(extract(epoch from clock_timestamp()
        - coalesce(offer.requeued_at, offer.queued_at)) * 1000)::bigint as waited_ms,
      greatest(0, round(extract(epoch from offer.offer_expires_at - clock_timestamp()) * 1000))::bigint
        as remaining_ms,
      absence.id as absence_id, absence.customer_name as absence_name,
      absence.wrapped_up_at as absence_closed_at
    from (select ${agentId}::uuid as id) me
    left join users u on u.id = me.id
    left join agent_states s on s.agent_id = me.id
    left join calls mine on coalesce(mine.agent_id, mine.offered_to) = me.id
      and mine.status in ('active', 'wrap-up')
    left join calls offer on coalesce(offer.agent_id, offer.offered_to) = me.id
      and offer.status = 'offered'
    left join lateral (
      select id, customer_name, wrapped_up_at from calls
      where agent_id = me.id and closed_by = 'system'
        and s.status = 'offline' and wrapped_up_at >= s.status_since
      order by wrapped_up_at desc limit 1
    ) absence on true`;
  const { currentCallId: callId, ...state } = stateSchema.parse(row);
  return {
    ...state,
    callId,
    breakReason: row?.breakReason
      ? shownBreakReasonSchema.parse({ kind: row.breakReason, note: row.breakNote })
      : null,
    offer: row?.callId ? offerSchema.parse(row) : null,
    closedInAbsence: row?.absenceId ? absenceOf(row) : null,
  };
}

function absenceOf({ absenceId, absenceName, absenceClosedAt }: Row) {
  return absenceSchema.parse({
    callId: absenceId,
    customerName: absenceName,
    closedAt: absenceClosedAt,
  });
}

/**
 * Sets the status an agent chooses, with the reason of a break. During a call and its wrap-up it is kept
 * as what comes next, and `available` takes that back. False while it has an offer: the answer to that
 * decides. Becoming available starts its idle time.
 */
export async function setAgentStatus(
  db: Queryable,
  agentId: UserId,
  status: AgentStatusRequest['status'],
  reason?: AgentStatusRequest['reason'],
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const isBusy = tx`s.status in ('on-call', 'wrap-up')`;
    const isSame = tx`(s.status, s.break_reason, s.break_note)
      is not distinct from (excluded.status, excluded.break_reason, excluded.break_note)`;
    const changed = await tx`
      insert into agent_states as s
        (agent_id, status, break_reason, break_note, status_since, idle_since, seen_at)
      values (${agentId}, ${status}, ${reason?.kind ?? null}, ${reason?.note ?? ''}, now(), now(), now())
      on conflict (agent_id) do update set
        status = case when ${isBusy} then s.status else excluded.status end,
        next_status = case when ${isBusy} then nullif(excluded.status, 'available') end,
        break_reason = excluded.break_reason,
        break_note = excluded.break_note,
        status_since = case when ${isBusy} or ${isSame} then s.status_since else now() end,
        idle_since = case when ${isBusy} or s.status = excluded.status then s.idle_since else now() end,
        seen_at = now()
      where s.status <> 'offered'
      returning 1`;
    if (changed.length > 0) await notifyDesk(tx, agentId);
    return changed.length > 0;
  });
}

/** Notes a sign of life of an agent. */
export async function touchAgent(db: Queryable, agentId: UserId): Promise<void> {
  await db`update agent_states set seen_at = now() where agent_id = ${agentId}`;
}
