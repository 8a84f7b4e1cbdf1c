import {
  agentStatusSchema,
  callIdSchema,
  type Role,
  shownBreakReasonSchema,
  type UserId,
  userIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

/** Whose day, and which; the days are those of the zone. */
export interface AgentDayAsked {
  agentId: UserId;
  /** As 2026-11-30; undefined: today. */
  day: string | undefined;
  /** IANA name. */
  zone: string;
}

const dayRowSchema = z.object({
  userId: userIdSchema,
  name: z.string(),
  day: z.iso.date(),
  today: z.iso.date(),
  startsAt: z.date(),
  endsAt: z.date(),
  at: z.date(),
});
const spanRowSchema = z.object({
  status: agentStatusSchema,
  startsAt: z.date(),
  endsAt: z.date().nullable(),
  breakReason: shownBreakReasonSchema.nullable(),
  call: z
    .object({ callId: callIdSchema, customerName: z.string(), isOver: z.boolean() })
    .nullable(),
});

/** A day of an agent as it is on record. */
export type AgentDayRow = z.infer<typeof dayRowSchema> & {
  spans: z.infer<typeof spanRowSchema>[];
};

/** What an agent did on a day, oldest first; undefined: there is no such agent. */
export async function readAgentDay(
  db: Queryable,
  { agentId, day, zone }: AgentDayAsked,
): Promise<AgentDayRow | undefined> {
  const [row] = await db`
    select u.id as user_id, u.display_name as name, d.day::text as day, d.today::text as today, d.at,
      d.day::timestamp at time zone ${zone} as starts_at,
      (d.day + 1)::timestamp at time zone ${zone} as ends_at
    from users u, lateral (
      select clock_timestamp() as at, (clock_timestamp() at time zone ${zone})::date as today,
        coalesce(${day ?? null}::date, (clock_timestamp() at time zone ${zone})::date) as day
    ) d
    where u.id = ${agentId}
      and (u.role = 'agent' or exists (select 1 from agent_intervals i where i.agent_id = u.id))`;
  if (!row) return undefined;
  const shown = dayRowSchema.parse(row);
  return { ...shown, spans: await readSpans(db, agentId, shown) };
}

/** What goes on ends with a day that is over. */
async function readSpans(
  db: Queryable,
  agentId: UserId,
  { startsAt, endsAt, at }: { startsAt: Date; endsAt: Date; at: Date },
) {
  const isOver = endsAt <= at;
  const rows = await db`
    select i.status, greatest(i.started_at, ${startsAt}) as starts_at,
      case when i.ended_at is not null or ${isOver} then least(i.ended_at, ${endsAt}) end as ends_at,
      case when i.break_reason is not null then
        json_build_object('kind', i.break_reason, 'note', i.break_note) end as break_reason,
      case when c.id is not null and c.erased_at is null then
        json_build_object('callId', c.id, 'customerName', c.customer_name,
          'isOver', c.ended_at is not null) end as call
    from agent_intervals i left join calls c on c.id = i.call_id
    where i.agent_id = ${agentId} and i.started_at < ${endsAt}
      and (i.ended_at is null or i.ended_at > ${startsAt})
    order by i.started_at`;
  return z.array(spanRowSchema).parse(rows);
}

/**
 * Whether somebody may see how an agent works: the agent itself, admins, and supervisors of one of the agent's
 * queues; a supervisor without queues looks after all.
 */
export async function mayLookAtAgent(
  db: Queryable,
  viewer: { userId: UserId; role: Role },
  agentId: UserId,
): Promise<boolean> {
  if (viewer.userId === agentId || viewer.role === 'admin') return true;
  if (viewer.role === 'agent') return false;
  const [row] = await db<{ may: boolean }[]>`
    select not exists (select 1 from queue_supervisors where user_id = ${viewer.userId}) or exists (
      select 1 from queue_supervisors s join agent_queues a on a.queue_id = s.queue_id
      where s.user_id = ${viewer.userId} and a.agent_id = ${agentId}) as may`;
  return row?.may === true;
}
