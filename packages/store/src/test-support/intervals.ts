import type { UserId } from '@agent/protocol';
import { z } from 'zod';
import type { Database } from '../database/connect.ts';

const intervalSchema = z.object({
  status: z.string(),
  callId: z.string().nullable(),
  breakReason: z.string().nullable(),
  breakNote: z.string(),
  startedAt: z.date(),
  endedAt: z.date().nullable(),
});
type Interval = z.infer<typeof intervalSchema>;

/** What the table has of an agent, oldest first. */
export async function intervalsOf(db: Database, agentId: UserId): Promise<Interval[]> {
  const rows = await db`
    select * from agent_intervals where agent_id = ${agentId} order by started_at`;
  return z.array(intervalSchema).parse(rows);
}

/** The statuses of an agent, oldest first. */
export async function statusesOf(db: Database, agentId: UserId): Promise<string[]> {
  return (await intervalsOf(db, agentId)).map(({ status }) => status);
}

/** Faults in the intervals of all agents, found by the database, which alone has microseconds. */
export async function faultsOfIntervals(db: Database): Promise<unknown[]> {
  return db`
    with beside as (
      select i.*, s.status as now_status,
        lead(i.started_at) over one as next_start,
        lag(i.agent_id) over one is null as is_first
      from agent_intervals i join agent_states s using (agent_id)
      window one as (partition by i.agent_id order by i.started_at)
    )
    select agent_id, status, started_at, ended_at, next_start from beside
    where ended_at is distinct from next_start
      or ended_at <= started_at
      or (ended_at is null and status <> now_status)
    union all
    select agent_id, status, seen_at, null, null from agent_states s
    where (select count(*) from agent_intervals i where i.agent_id = s.agent_id and ended_at is null) <> 1`;
}
