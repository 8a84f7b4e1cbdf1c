-- migrate:up

-- Who did what, from where, when. The words for `action` are a closed list in `audit.ts`. No foreign
-- keys: a record outlives what it is about.
create table audit_log (
  id bigint primary key generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  actor_name text,
  address text,
  action text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text,
  subject_id text,
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
  check ((subject_kind is null) = (subject_id is null))
);
create index audit_log_by_actor on audit_log (actor_id, id) where actor_id is not null;
create index audit_log_by_subject on audit_log (subject_kind, subject_id, id)
  where subject_id is not null;
create index audit_log_by_action on audit_log (action, id);
create index audit_log_sign_ins on audit_log (actor_id, address, at)
  where action = 'session.signed-in';

create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change_of_audit_log();
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_change_of_audit_log();

-- Which customers somebody with an account was shown in the last day, each with when it was counted.
create table people_shown (
  user_id uuid not null references users (id) on delete cascade,
  customer_id text not null,
  counted_at timestamptz not null,
  primary key (user_id, customer_id)
);
create index people_shown_recently on people_shown (user_id, counted_at);
create index people_shown_age on people_shown (counted_at);

-- Attempts to sign in are counted in rate_limits now.
drop table sign_in_failures;
create index rate_limits_age on rate_limits (window_ends_at);

-- migrate:down

drop index rate_limits_age;
create table sign_in_failures (
  username text not null,
  address text not null,
  failed_at timestamptz not null
);
create index sign_in_failures_recent on sign_in_failures (username, address, failed_at);
create index sign_in_failures_age on sign_in_failures (failed_at);
drop table people_shown;
drop table audit_log;
drop function refuse_change_of_audit_log();
