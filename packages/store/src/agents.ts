import { agentStatusSchema, callIdSchema, type UserId } from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable } from './connect.ts';
import { notifyDesk } from './notifications.ts';

const offerSchema = z.object({
  callId: callIdSchema,
  customerName: z.string(),
  waitedMs: z.number().int().min(0),
  expiresAt: z.date(),
  remainingMs: z.number().int().min(0),
  transcribed: z.boolean(),
});

const stateSchema = z.object({
  status: agentStatusSchema,
  statusSince: z.date(),
  callId: callIdSchema.nullable(),
});

/** What an agent's desk shows outside of the transcript. */
export interface AgentDesk extends z.infer<typeof stateSchema> {
  /** The call on offer to this agent. */
  offer: z.infer<typeof offerSchema> | null;
}

/** The desk of an agent; `callId` is the call it is on or wrapping up. */
export async function agentDesk(db: Queryable, agentId: UserId): Promise<AgentDesk> {
  const [state] = await db`
    select coalesce(s.status, 'offline') as status,
      coalesce(s.status_since, clock_timestamp()) as status_since, c.id as call_id
    from (select ${agentId}::uuid as id) me
    left join agent_states s on s.agent_id = me.id
    left join calls c on c.agent_id = me.id and c.status in ('active', 'wrap-up')`;
  const [offer] = await db`
    select id as call_id, customer_name, transcribed, offer_expires_at as expires_at,
      round(extract(epoch from clock_timestamp() - queued_at) * 1000)::bigint as waited_ms,
      greatest(0, round(extract(epoch from offer_expires_at - clock_timestamp()) * 1000))::bigint
        as remaining_ms
    from calls where status = 'offered' and offered_to = ${agentId}`;
  return { ...stateSchema.parse(state), offer: offer ? offerSchema.parse(offer) : null };
}

/**
 * Sets the status an agent chooses; false while it has an offer or a call, whose status follows
 * from that. Becoming available starts its idle time.
 */
export async function setAgentStatus(
  db: Queryable,
  agentId: UserId,
  status: 'available' | 'break' | 'offline',
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const changed = await tx`
      insert into agent_states as s (agent_id, status, status_since, idle_since, seen_at)
      values (${agentId}, ${status}, now(), now(), now())
      on conflict (agent_id) do update set
        status = excluded.status,
        status_since = case when s.status = excluded.status then s.status_since else now() end,
        idle_since = case when s.status = excluded.status then s.idle_since else now() end,
        seen_at = now()
      where s.status in ('available', 'break', 'offline')
      returning 1`;
    if (changed.length > 0) await notifyDesk(tx, agentId);
    return changed.length > 0;
  });
}

/** Notes a sign of life of an agent. */
export async function touchAgent(db: Queryable, agentId: UserId): Promise<void> {
  await db`update agent_states set seen_at = now() where agent_id = ${agentId}`;
}
