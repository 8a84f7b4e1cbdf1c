import { type CallId, callIdSchema, type QueueId, queueIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { onDuty } from '../agents/agent-state.ts';
import type { Queryable } from '../database/connect.ts';

const readSchema = z.object({
  /** Who waits, who is next first. Offered calls still wait; whose agent had to leave waits since then. */
  waiting: z.array(
    z.object({ callId: callIdSchema, queueId: queueIdSchema, waitedMs: z.number() }),
  ),
  /** Mean handle time of the last 20 calls of a queue that were closed within 4 hours. */
  handled: z.array(z.object({ queueId: queueIdSchema, handleMs: z.number() })),
  /** Of each agent on duty the queues: not offline, not on a break, seen within a minute. */
  onDuty: z.array(z.array(queueIdSchema)),
});
type Read = z.infer<typeof readSchema>;

/** Who waits in one queue, and who takes its calls. */
export interface Line {
  waiting: number;
  /** Null when nobody waits. */
  longestWaitMs: number | null;
  /** Null when there is nothing to tell from. */
  handleMs: number | null;
  agentsOnline: number;
  /** For how many agents these count: who takes calls of several queues is shared by those who wait. */
  capacity: number;
}

/** The lines of all queues at one moment, for everybody who waits or looks on. */
export interface Lines {
  /** 1 is next in its queue. */
  waiting: ReadonlyMap<CallId, { queueId: QueueId; position: number }>;
  /** A queue that is not in here has nobody who waits and nobody who takes its calls. */
  queues: ReadonlyMap<QueueId, Line>;
}

/** Reads the lines, once for all who ask about their place in one. */
export async function readLines(db: Queryable): Promise<Lines> {
  const [row] = await db`
    select
      (select coalesce(json_agg(json_build_object('callId', id, 'queueId', queue_id,
          'waitedMs', round(extract(epoch from clock_timestamp()
            - coalesce(requeued_at, queued_at)) * 1000)::bigint
        ) order by queued_at, id), '[]') from calls where status in ('queued', 'offered')) as waiting,
      (select coalesce(json_agg(json_build_object('queueId', q.id, 'handleMs', recent.handle_ms)), '[]')
        from queues q cross join lateral (
          select avg(handle_ms)::double precision as handle_ms from (
            select extract(epoch from wrapped_up_at - answered_at) * 1000 - wrap_up_away_ms
              - without_agent_ms as handle_ms
            from calls
            where queue_id = q.id and status = 'closed' and closed_by is distinct from 'system'
              and wrapped_up_at > now() - interval '4 hours'
            order by wrapped_up_at desc limit 20
          ) last
        ) recent where recent.handle_ms is not null) as handled,
      (select coalesce(json_agg(queue_ids), '[]') from (
          select json_agg(a.queue_id) as queue_ids
          from agent_states s join agent_queues a on a.agent_id = s.agent_id
          where ${onDuty(db)} group by s.agent_id
        ) agents) as on_duty`;
  return linesOf(readSchema.parse(row));
}

function linesOf({ waiting, handled, onDuty: agents }: Read): Lines {
  const queues = new Map<QueueId, Line>();
  const lineOf = (queueId: QueueId): Line => {
    const known = queues.get(queueId) ?? { ...emptyLine };
    queues.set(queueId, known);
    return known;
  };
  const places = waiting.map(({ callId, queueId, waitedMs }) => {
    const line = lineOf(queueId);
    line.waiting += 1;
    line.longestWaitMs = Math.max(line.longestWaitMs ?? 0, waitedMs);
    return [callId, { queueId, position: line.waiting }] as const;
  });
  for (const { queueId, handleMs } of handled) lineOf(queueId).handleMs = handleMs;
  for (const queueIds of agents) {
    const lines = queueIds.map(lineOf);
    const all = lines.reduce((sum, line) => sum + line.waiting, 0);
    for (const line of lines) {
      line.agentsOnline += 1;
      line.capacity += all === 0 ? 1 : line.waiting / all;
    }
  }
  return { waiting: new Map(places), queues };
}

const emptyLine: Line = {
  ...{ waiting: 0, longestWaitMs: null, handleMs: null },
  ...{ agentsOnline: 0, capacity: 0 },
};

/** Where one customer stands in the line of its queue. */
export interface PlaceInLine {
  /** 1 is next; null when the call is not waiting. */
  position: number | null;
  /** Null when there is nothing to estimate from. */
  estimatedWaitMs: number | null;
  agentsOnline: number;
}

/**
 * The place of a call of this queue. The wait is estimated as position × mean handle time ÷ agents on
 * duty: with all of them busy one comes free that often. An agent who takes calls of other queues too
 * counts for as much of itself as the queue has of those who wait for it.
 */
export function placeInLine(
  { waiting, queues }: Lines,
  { id, queueId }: { id: CallId; queueId: QueueId },
): PlaceInLine {
  const { handleMs, agentsOnline, capacity } = queues.get(queueId) ?? emptyLine;
  const position = waiting.get(id)?.position ?? null;
  const isKnown = position !== null && handleMs !== null && capacity > 0;
  const estimatedWaitMs = isKnown ? Math.round((position * handleMs) / capacity) : null;
  return { position, estimatedWaitMs, agentsOnline };
}

/** How many customers wait, and how long the first of them has. */
export interface LinesSummary {
  waiting: number;
  longestWaitMs: number | null;
}

/** The lines of these queues in two figures. */
export function summaryOfLines({ queues }: Lines, queueIds: readonly QueueId[]): LinesSummary {
  const lines = queueIds.flatMap((queueId) => queues.get(queueId) ?? []);
  const waits = lines.flatMap(({ longestWaitMs }) => longestWaitMs ?? []);
  return {
    waiting: lines.reduce((sum, line) => sum + line.waiting, 0),
    longestWaitMs: waits.length === 0 ? null : Math.max(...waits),
  };
}
