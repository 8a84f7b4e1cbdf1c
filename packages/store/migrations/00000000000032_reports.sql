-- migrate:up

-- Reports that are made again and again, of what their owner may see at that time.
create table report_schedules (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references users (id),
  name text not null,
  kind text not null,
  every text not null check (every in ('day', 'week')),
  -- When it is due, in the zone of the figures; 1 is Monday.
  weekday smallint not null check (weekday between 1 and 7),
  hour smallint not null check (hour between 0 and 23),
  filter jsonb not null check (jsonb_typeof(filter) = 'object'),
  created_at timestamptz not null default clock_timestamp(),
  -- What was due before is not made any more.
  since timestamptz not null default clock_timestamp()
);
create index report_schedules_of_owner on report_schedules (owner_id);

-- What came of them: one row for each day on which one was due, so that it is made once, whoever makes it.
create table report_files (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid not null references report_schedules (id) on delete cascade,
  due_day date not null,
  -- As it was called and what it was of.
  name text not null,
  kind text not null,
  first_day date not null,
  last_day date not null,
  at timestamptz not null default clock_timestamp(),
  state text not null check (state in ('made', 'failed')),
  rows integer,
  content bytea,
  -- For people.
  failure text,
  unique (schedule_id, due_day),
  check ((state = 'made') = (content is not null) and (state = 'failed') = (failure is not null))
);
create index report_files_by_time on report_files (at);

-- When somebody looked at the kept files last.
create table report_looks (
  user_id uuid primary key references users (id) on delete cascade,
  at timestamptz not null
);

-- migrate:down

drop table report_looks;
drop table report_files;
drop table report_schedules;
