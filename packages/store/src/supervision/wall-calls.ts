import {
  type CallId,
  callIdSchema,
  callStatusSchema,
  incidentSchema,
  queueIdSchema,
  userIdSchema,
} from '@agent/protocol';
import { z } from 'zod';
import type { Queryable } from '../database/connect.ts';

const time = z.date().nullable();
const person = z.object({ userId: userIdSchema, name: z.string() });

const wallCallRowSchema = z.object({
  id: callIdSchema,
  status: callStatusSchema,
  queueId: queueIdSchema,
  queueName: z.string(),
  /** Within so many seconds it was to be answered. */
  targetSeconds: z.number().int(),
  customerName: z.string(),
  transcribed: z.boolean(),
  /** Whether its queue's agents are told of listeners now. */
  listeningTold: z.boolean(),
  agentId: userIdSchema.nullable(),
  agentName: z.string().nullable(),
  queuedAt: z.date(),
  requeuedAt: time,
  answeredAt: time,
  heldAt: time,
  /** How much of it some bot has heard, in milliseconds since the answer; null: one hears it now. */
  heardUntilMs: z.number().int().nullable(),
  /** The request of its agent for help that is open. */
  help: z.object({ helpId: z.uuid(), askedAtMs: z.number(), taker: person.nullable() }).nullable(),
  /** Who is in its room: listening, or heard by both sides. */
  listeners: z.array(person.extend({ joined: z.boolean() })),
  /** Who sees to what stands out in it. */
  cares: z.array(
    z.object({
      incident: incidentSchema,
      owner: person.nullable(),
      snoozedUntilMs: z.number().nullable(),
      isDone: z.boolean(),
    }),
  ),
});
/** What is known of a call beside its log, for those who look after it. */
export type WallCallRow = z.infer<typeof wallCallRowSchema>;

/** Of these calls those that wait or go on, in no order; `all`: every call that does. */
export async function readWallCalls(
  db: Queryable,
  callIds: readonly CallId[] | 'all',
): Promise<WallCallRow[]> {
  const wanted =
    callIds === 'all'
      ? db`c.id in (
          select id from calls where status in ('queued', 'offered') union all
          select id from calls where answered_at is not null and ended_at is null)`
      : db`c.id = any(${[...callIds]}::uuid[]) and c.status in ('queued', 'offered', 'active')`;
  const rows = await db`
    select c.id, c.status, c.queue_id, c.queue_name, c.target_seconds, c.customer_name, c.transcribed,
      q.listening_told, c.agent_id, c.agent_name,
      c.queued_at, c.requeued_at, c.answered_at, c.held_at,
      case when c.bot_lease_until > clock_timestamp() then null else round(greatest(
          coalesce(c.bot_heard_until_ms, 0), ${sinceAnswer(db, 'c.taken_on_at')}
        ))::bigint end as heard_until_ms,
      (select json_build_object('helpId', h.id, 'askedAtMs', ${epochMs(db, 'h.asked_at')},
          'taker', case when h.taken_by is not null
            then json_build_object('userId', h.taken_by, 'name', h.taken_by_name) end)
        from help_requests h where h.call_id = c.id and h.ended_at is null) as help,
      (select coalesce(json_agg(json_build_object('userId', m.supervisor_id,
          'name', m.supervisor_name, 'joined', m.mode = 'join') order by m.joined_at, m.id), '[]')
        from call_monitors m where m.call_id = c.id
          and m.ended_at is null and m.joined_at is not null and m.left_at is null) as listeners,
      (select coalesce(json_agg(json_build_object('incident', a.incident,
          'owner', case when a.owner_id is not null
            then json_build_object('userId', a.owner_id, 'name', a.owner_name) end,
          'snoozedUntilMs', ${epochMs(db, 'a.snoozed_until')},
          'isDone', a.done_at is not null)), '[]')
        from alert_cares a where a.call_id = c.id) as cares
    from calls c join queues q on q.id = c.queue_id where ${wanted}`;
  return z.array(wallCallRowSchema).parse(rows);
}

function epochMs(db: Queryable, column: string) {
  return db.raw(`round(extract(epoch from ${column}) * 1000)`);
}

function sinceAnswer(db: Queryable, column: string) {
  return db.raw(`coalesce(extract(epoch from ${column} - c.answered_at) * 1000, 0)`);
}
