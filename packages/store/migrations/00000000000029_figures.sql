-- migrate:up

-- Made up, to try the product with; removed in one go.
alter table calls add column is_sample boolean not null default false;
create index calls_sample on calls (id) where is_sample;

-- The zone that the days of all figures were cut with: one row, always there. `settled`: no row is cut with
-- another one any more.
create table figure_zone (
  one boolean primary key default true check (one),
  zone text not null,
  settled boolean not null default true
);
insert into figure_zone (zone) select coalesce((
  select z.name from (
    select value #>> '{}' as name from settings where key = 'reportZone' order by id desc limit 1
  ) newest join pg_timezone_names z using (name)), 'UTC');

-- All that figures need of a call: one narrow row, worked out of its log and its row by foldFacts
-- (packages/calls/src/facts), written with the event that changes it. Milliseconds are at most seven days
-- each, so that their sums stay integers.
create table call_facts (
  call_id uuid primary key references calls (id) on delete cascade,
  queue_id text not null,
  agent_id uuid,
  customer_id text,
  queued_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  closed_at timestamptz,
  -- Of `queued_at`, in the zone of the figures; 1 is Monday.
  local_day date not null,
  local_hour smallint not null check (local_hour between 0 and 23),
  local_weekday smallint not null check (local_weekday between 1 and 7),
  outcome text not null check (outcome in ('open', 'answered', 'abandoned', 'short-abandoned')),
  is_transcribed boolean not null,
  is_sample boolean not null,
  -- As the queue had it then.
  target_seconds integer not null,
  in_target boolean not null,
  over_target boolean not null,
  wait_ms integer check (wait_ms >= 0),
  ring_ms integer check (ring_ms >= 0),
  offers integer not null,
  offers_declined integer not null,
  offers_expired integer not null,
  talk_ms integer check (talk_ms >= 0),
  hold_ms integer check (hold_ms >= 0),
  holds integer not null,
  wrap_up_ms integer check (wrap_up_ms >= 0),
  closed_by text check (closed_by in ('agent', 'system')),
  first_response_ms integer check (first_response_ms >= 0),
  disposition text,
  resolves boolean,
  -- Whether the customer called again within 7 days; null: unknown customer, or not resolved.
  repeated boolean,
  rating smallint check (rating between 1 and 5),
  sentiment_sum double precision not null,
  sentiment_lines integer not null,
  sentiment_start double precision,
  sentiment_end double precision,
  help_requests integer not null,
  orders_named integer not null,
  suggestions_offered integer not null,
  suggestions_accepted integer not null,
  suggestions_edited integer not null,
  suggestions_dismissed integer not null,
  suggestions_marked_wrong integer not null,
  suggestions_expired integer not null,
  suggestions_unseen integer not null,
  -- As what figures are filtered by outcome: what the agent has filed it as, `abandoned` when nobody answered,
  -- else ''.
  filed_as text not null generated always as (case
    when answered_at is null and outcome <> 'open' then 'abandoned' else coalesce(disposition, '') end) stored,
  -- How far the log was folded, and by which version of the rules.
  folded_seq integer not null,
  facts_version smallint not null
) with (fillfactor = 85);
create index call_facts_by_day on call_facts (local_day);
create index call_facts_by_time on call_facts (queued_at);
create index call_facts_by_agent on call_facts (agent_id, queued_at);
create index call_facts_by_queue on call_facts (queue_id, local_day);
create index call_facts_by_customer on call_facts (customer_id, queued_at) where customer_id is not null;

-- What became of the suggestions of a call, by card of the playbook.
create table call_card_facts (
  call_id uuid not null references calls (id) on delete cascade,
  card_id text not null,
  offered integer not null,
  accepted integer not null,
  edited integer not null,
  dismissed integer not null,
  marked_wrong integer not null,
  expired integer not null,
  unseen integer not null,
  primary key (call_id, card_id)
);
create index call_card_facts_by_card on call_card_facts (card_id);

-- Sums over the calls of a day: those of packages/calls/src/metrics/call-sum.ts by their names. Rebuilt, never
-- added to.
create table metric_days (
  local_day date not null,
  queue_id text not null,
  -- Null: nobody answered.
  agent_id uuid,
  filed_as text not null,
  offered bigint not null,
  open bigint not null,
  answered bigint not null,
  abandoned bigint not null,
  short_abandoned bigint not null,
  settled bigint not null,
  in_target bigint not null,
  targeted bigint not null,
  answer_ms bigint not null,
  responded bigint not null,
  response_ms bigint not null,
  talked bigint not null,
  duration_ms bigint not null,
  hold_ms bigint not null,
  closed bigint not null,
  wrap_up_ms bigint not null,
  handle_ms bigint not null,
  rated bigint not null,
  satisfied bigint not null,
  ratings bigint not null,
  scored bigint not null,
  sentiment double precision not null,
  judged bigint not null,
  resolved bigint not null,
  offers bigint not null,
  offers_missed bigint not null,
  calls_offered bigint not null,
  suggestions_seen bigint not null,
  suggestions_used bigint not null,
  calls_helped bigint not null,
  -- Resolved calls of known customers, and those after which they did not call again within 7 days.
  followed bigint not null,
  not_repeated bigint not null,
  unique nulls not distinct (local_day, queue_id, agent_id, filed_as)
);

-- How long agents were in each status, cut at the ends of the day; without `offline`.
create table agent_days (
  local_day date not null,
  agent_id uuid not null,
  status text not null,
  ms bigint not null check (ms >= 0),
  primary key (local_day, agent_id, status)
);
create index agent_days_of_agent on agent_days (agent_id, local_day);

-- What agents did at a time, however long before it began.
create index agent_intervals_by_span on agent_intervals using gist (tstzrange(started_at, ended_at));

-- Days whose sums are not to be read: something has changed since they were made, or the day goes on. A mark
-- is only ever added, so that nobody waits for anybody; a day may have several.
create table dirty_days (
  local_day date not null
);
create index dirty_days_by_day on dirty_days (local_day);

-- Marks days. One that goes on is marked once: until it is over nobody takes marks away.
create function mark_days(days date[]) returns void language sql as $$
  insert into dirty_days (local_day)
    select distinct one.day from unnest(days) as one (day), figure_zone z
    where one.day < (clock_timestamp() at time zone z.zone)::date
      or not exists (select from dirty_days d where d.local_day = one.day)
$$;

-- Whatever changes a fact that figures are made of marks its day.
create function mark_days_of_added_facts() returns trigger language plpgsql as $$
begin
  perform mark_days(array(select distinct local_day from added));
  return null;
end
$$;
create function mark_days_of_removed_facts() returns trigger language plpgsql as $$
begin
  perform mark_days(array(select distinct local_day from removed));
  return null;
end
$$;
create function mark_days_of_changed_facts() returns trigger language plpgsql as $$
begin
  perform mark_days(array(
    select distinct one.day from added n join removed o using (call_id)
      cross join lateral (values (o.local_day), (n.local_day)) one (day)
    -- What is only for finding the row changes no sum.
    where to_jsonb(o) - '{customer_id,folded_seq,facts_version}'::text[]
      <> to_jsonb(n) - '{customer_id,folded_seq,facts_version}'::text[]));
  return null;
end
$$;
create trigger call_facts_added after insert on call_facts referencing new table as added
  for each statement execute function mark_days_of_added_facts();
create trigger call_facts_changed after update on call_facts
  referencing old table as removed new table as added
  for each statement execute function mark_days_of_changed_facts();
create trigger call_facts_removed after delete on call_facts referencing old table as removed
  for each statement execute function mark_days_of_removed_facts();

-- The days that a stretch of time lies in; of one that goes on, until today.
create function days_between(started timestamptz, ended timestamptz) returns setof date
language sql stable as $$
  select generate_series(date_trunc('day', started at time zone z.zone),
    coalesce(ended, clock_timestamp()) at time zone z.zone, interval '1 day')::date
  from figure_zone z
$$;

-- So does what changes agents' time; nobody is paid for `offline`.
create function mark_days_of_added_time() returns trigger language plpgsql as $$
begin
  perform mark_days(array(select distinct days_between(started_at, ended_at) from added
    where status <> 'offline'));
  return null;
end
$$;
create function mark_days_of_removed_time() returns trigger language plpgsql as $$
begin
  perform mark_days(array(select distinct days_between(started_at, ended_at) from removed
    where status <> 'offline'));
  return null;
end
$$;
create function mark_days_of_changed_time() returns trigger language plpgsql as $$
begin
  perform mark_days(array(
    select distinct days_between(started_at, ended_at) from (
      (select agent_id, status, started_at, ended_at from removed
        except select agent_id, status, started_at, ended_at from added)
      union all
      (select agent_id, status, started_at, ended_at from added
        except select agent_id, status, started_at, ended_at from removed)
    ) changed where status <> 'offline'));
  return null;
end
$$;
create trigger agent_intervals_added after insert on agent_intervals referencing new table as added
  for each statement execute function mark_days_of_added_time();
create trigger agent_intervals_changed after update on agent_intervals
  referencing old table as removed new table as added
  for each statement execute function mark_days_of_changed_time();
create trigger agent_intervals_removed after delete on agent_intervals referencing old table as removed
  for each statement execute function mark_days_of_removed_time();

-- An erased call keeps its facts, without whose it was.
create function forget_customer_of_facts() returns trigger language plpgsql as $$
begin
  update call_facts set customer_id = null where call_id = new.id and customer_id is not null;
  return null;
end
$$;
create trigger calls_forget_customer after update of erased_at on calls
  for each row when (old.erased_at is null and new.erased_at is not null)
  execute function forget_customer_of_facts();

-- What agents have done so far. Calls of before get their facts by the program, as nobody else knows the rules.
select mark_days(array(select distinct days_between(started_at, ended_at) from agent_intervals
  where status <> 'offline'));

-- migrate:down

drop trigger calls_forget_customer on calls;
drop function forget_customer_of_facts();
drop trigger agent_intervals_removed on agent_intervals;
drop trigger agent_intervals_changed on agent_intervals;
drop trigger agent_intervals_added on agent_intervals;
drop function mark_days_of_changed_time();
drop function mark_days_of_removed_time();
drop function mark_days_of_added_time();
drop function days_between(timestamptz, timestamptz);
drop table dirty_days;
drop index agent_intervals_by_span;
drop table agent_days;
drop table metric_days;
drop table call_card_facts;
drop table call_facts;
drop function mark_days_of_changed_facts();
drop function mark_days_of_removed_facts();
drop function mark_days_of_added_facts();
drop function mark_days(date[]);
drop table figure_zone;
drop index calls_sample;
alter table calls drop column is_sample;
