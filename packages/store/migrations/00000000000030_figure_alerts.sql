-- migrate:up

-- What is remembered of a figure that is watched, of a queue or ('') of all calls together. The rule that
-- reads and writes it is in packages/calls/src/anomalies.
create table figure_watches (
  metric text not null,
  queue_id text not null,
  judged_at timestamptz not null,
  -- How many times in a row it was out of line, since when, and when it was last.
  hits integer not null,
  first_hit_at timestamptz,
  last_hit_at timestamptz,
  -- What was found last; `weeks` of a figure that is being learned.
  state text not null check (state in ('learning', 'too-few', 'left-out', 'usual', 'out-of-line')),
  weeks smallint not null,
  -- Since when things are as they are now: nothing older is compared with.
  normal_since timestamptz,
  primary key (metric, queue_id)
);

-- A figure was out of line. The numbers are those that were found last.
create table figure_alerts (
  id uuid primary key default gen_random_uuid(),
  metric text not null,
  -- '': all calls together.
  queue_id text not null,
  side text not null check (side in ('above', 'below')),
  value double precision not null,
  n integer not null,
  usual_low double precision not null,
  usual_high double precision not null,
  weeks smallint not null,
  -- When the calls were queued.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- The first of the calls that it was opened for.
  odd_since timestamptz not null,
  -- Since when it was out of line.
  since timestamptz not null,
  opened_at timestamptz not null default clock_timestamp(),
  owner_id uuid references users (id),
  owner_name text,
  taken_at timestamptz,
  closed_at timestamptz,
  closed_how text check (closed_how in ('over', 'new-normal', 'left-out', 'not-watched')),
  closed_by_name text,
  check ((owner_id is null) = (owner_name is null) and (owner_id is null) = (taken_at is null)),
  check ((closed_at is null) = (closed_how is null))
);
create unique index figure_alerts_open on figure_alerts (metric, queue_id) where closed_at is null;
create index figure_alerts_by_time on figure_alerts (opened_at);

-- Hours that were not usual ones, in a queue or ('') in all: they are neither judged nor compared with.
create table figure_exceptions (
  id uuid primary key default gen_random_uuid(),
  queue_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Of which alert somebody said so.
  alert_id uuid references figure_alerts (id) on delete set null,
  by_id uuid not null references users (id),
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  check (starts_at < ends_at)
);
create index figure_exceptions_by_end on figure_exceptions (ends_at);
create index figure_exceptions_of_alert on figure_exceptions (alert_id);

-- Who works on jobs, and when it was seen last: what somebody holds who is gone is done by another. The jobs
-- themselves are graphile-worker's, in a schema of its own.
create table job_workers (
  id text primary key,
  seen_at timestamptz not null
);

-- migrate:down

drop table job_workers;
drop table figure_exceptions;
drop table figure_alerts;
drop table figure_watches;
