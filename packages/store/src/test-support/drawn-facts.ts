import type { FollowedFacts } from '@agent/calls';
import type { Database } from '../database/connect.ts';
import { sumsOfFacts } from '../figures/sum-columns.ts';

/** Writes facts as they are, of calls that need not be there, cut with the zone of the figures. */
export async function insertFacts(db: Database, facts: readonly FollowedFacts[]): Promise<void> {
  await db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into call_facts (call_id, queue_id, agent_id, customer_id, queued_at, answered_at, ended_at,
        closed_at, local_day, local_hour, local_weekday, outcome, is_transcribed, is_sample, target_seconds,
        in_target, over_target, wait_ms, ring_ms, offers, offers_declined, offers_expired, talk_ms, hold_ms,
        holds, wrap_up_ms, closed_by, first_response_ms, disposition, resolves, repeated, rating,
        sentiment_sum, sentiment_lines, sentiment_start, sentiment_end, help_requests, orders_named,
        suggestions_offered, suggestions_accepted, suggestions_edited, suggestions_dismissed,
        suggestions_marked_wrong, suggestions_expired, suggestions_unseen, folded_seq, facts_version)
      select call_id, queue_id, agent_id, customer_id, queued_at, answered_at, ended_at, closed_at,
        l.at::date, extract(hour from l.at), extract(isodow from l.at), outcome, is_transcribed, false, 20,
        in_target, over_target, wait_ms, ring_ms, offers, offers_declined, offers_expired, talk_ms, hold_ms,
        holds, wrap_up_ms, closed_by, first_response_ms, disposition, resolves, repeated, rating,
        sentiment_sum, sentiment_lines, sentiment_start, sentiment_end, help_requests, orders_named,
        suggestions_offered, suggestions_accepted, suggestions_edited, suggestions_dismissed,
        suggestions_marked_wrong, suggestions_expired, suggestions_unseen, 1, 1
      from jsonb_populate_recordset(null::call_facts, ${JSON.stringify(facts.map(rowOf))}::jsonb) f
        cross join figure_zone z cross join lateral (select f.queued_at at time zone z.zone as at) l`;
  });
}

/** Sums up every day, as the job does that makes days clean. */
export async function sumUpDays(db: Database): Promise<void> {
  await db`delete from metric_days`;
  await db`
    insert into metric_days
    select f.local_day, f.queue_id, f.agent_id, f.filed_as, ${sumsOfFacts(db)}, f.is_listed
    from call_facts f group by f.local_day, f.queue_id, f.agent_id, f.filed_as, f.is_listed`;
  await db`delete from metric_hours`;
  await db`
    insert into metric_hours
    select f.local_hour, f.local_day, f.queue_id, ${sumsOfFacts(db)}, f.is_listed
    from call_facts f group by f.local_hour, f.local_day, f.queue_id, f.is_listed`;
  await db`delete from dirty_days`;
}

function rowOf({ suggestions, cards: _cards, ...facts }: FollowedFacts): Record<string, unknown> {
  const counts = Object.entries(suggestions).map(([name, count]) => [
    `suggestions_${snakeCase(name)}`,
    count,
  ]);
  const columns = Object.entries(facts).map(([name, value]) => [snakeCase(name), value]);
  return Object.fromEntries([...columns, ...counts]);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
