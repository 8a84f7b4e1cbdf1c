import { randomUUID } from 'node:crypto';
import type { Database } from '../database/connect.ts';

/** Calls that come evenly, all alike but for every second one, which takes half as long. */
export interface EvenCalls {
  from: Date;
  /** The first moment that has none. */
  to: Date;
  everyMs: number;
  queueId?: string;
  /** Of every second call. Default 300 s. */
  handleMs?: number;
  /** Default 4; null: nobody rates. */
  rating?: number | null;
  zone?: string;
}

/** Facts of calls that are not there themselves, as only figures read them. */
export async function addFacts(db: Database, calls: EvenCalls): Promise<void> {
  const {
    from,
    to,
    everyMs,
    queueId = 'main',
    handleMs = 300_000,
    rating = 4,
    zone = 'UTC',
  } = calls;
  await db.begin(async (tx) => {
    // Neither a call nor a mark for its day is needed for each.
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into call_facts (call_id, queue_id, agent_id, queued_at, answered_at, ended_at, closed_at,
        local_day, local_hour, local_weekday, outcome, is_transcribed, is_sample, target_seconds,
        in_target, over_target, wait_ms, offers, offers_declined, offers_expired, talk_ms, hold_ms, holds,
        wrap_up_ms, rating, sentiment_sum, sentiment_lines, help_requests, orders_named,
        suggestions_offered, suggestions_accepted, suggestions_edited, suggestions_dismissed,
        suggestions_marked_wrong, suggestions_expired, suggestions_unseen, folded_seq, facts_version)
      select gen_random_uuid(), ${queueId}, ${randomUUID()}::uuid, at, at, at + talk.ms * interval '1 ms',
        at + talk.ms * interval '1 ms', (at at time zone ${zone})::date,
        extract(hour from at at time zone ${zone}), extract(isodow from at at time zone ${zone}),
        'answered', true, false, 20, true, false, 0, 1, 0, 0, talk.ms, 0, 0, 0, ${rating}::smallint,
        0.1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1
      from generate_series(${from}::timestamptz, ${to}::timestamptz - interval '1 ms',
          ${everyMs}::integer * interval '1 ms') with ordinality as one (at, number),
        lateral (select (${handleMs}::integer / (1 + number % 2))::integer as ms) talk`;
  });
}
