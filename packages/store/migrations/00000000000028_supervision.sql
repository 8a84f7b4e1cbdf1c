-- migrate:up

-- Supervisors act in calls, too. What is there was checked more strictly, so it is not read again.
alter table call_events drop constraint call_events_actor_check, add constraint call_events_actor_check
  check (actor in ('customer', 'agent', 'supervisor', 'bot', 'system')) not valid;

-- Whose calls a supervisor looks after; one without any looks after all.
create table queue_supervisors (
  user_id uuid not null references users (id) on delete cascade,
  queue_id text not null references queues (id),
  since timestamptz not null default clock_timestamp(),
  primary key (user_id, queue_id)
);
create index queue_supervisors_of_queue on queue_supervisors (queue_id);

-- Of two admins who change at once what somebody looks after, the second is told.
create function raise_version_of_supervisor() returns trigger language plpgsql as $$
begin
  update users set version = version + 1 where id = coalesce(new.user_id, old.user_id);
  return null;
end
$$;
create trigger queue_supervisors_version after insert or delete on queue_supervisors
  for each row execute function raise_version_of_supervisor();

-- Who listened to a call or joined it. The row is there before the token: nobody is in a room without one.
-- Its id names the participant. Nothing of this is in the call's log, where the agent could count it.
create table call_monitors (
  id uuid primary key,
  call_id uuid not null references calls (id) on delete cascade,
  supervisor_id uuid not null references users (id),
  supervisor_name text not null,
  mode text not null check (mode in ('listen', 'join')),
  -- Whether the agent is told of it, as the queue had it then. Who joins is announced to both sides.
  agent_told boolean not null,
  asked_at timestamptz not null default clock_timestamp(),
  -- As LiveKit's list of participants has it, not as the browser says.
  joined_at timestamptz,
  seen_at timestamptz,
  left_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('left', 'call-ended', 'lost', 'removed', 'never-joined')),
  -- The log says that somebody who was announced has gone.
  end_told boolean not null default false,
  check ((ended_at is null) = (ended_by is null)),
  check (joined_at is not null or left_at is null)
);
create index call_monitors_of_call on call_monitors (call_id);
-- The calls in whose rooms somebody can be, which are looked at every second.
create index calls_going_on on calls (id) where answered_at is not null and ended_at is null;
create index call_monitors_open on call_monitors (supervisor_id) where ended_at is null;
-- A room has a place for one supervisor who is heard.
create unique index call_monitors_joined on call_monitors (call_id)
  where mode = 'join' and ended_at is null;

-- With the talk all listening is over.
create function end_monitors_of_call() returns trigger language plpgsql as $$
begin
  update call_monitors set ended_at = clock_timestamp(), ended_by = 'call-ended'
    where call_id = new.id and ended_at is null;
  if found then perform pg_notify('monitor', new.id::text); end if;
  -- Nobody stays in a room that is closed.
  update call_monitors set left_at = clock_timestamp()
    where call_id = new.id and joined_at is not null and left_at is null;
  return null;
end
$$;
create trigger calls_end_monitors after update of ended_at on calls
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function end_monitors_of_call();

-- With its sessions a person loses its place in every room.
create function end_monitors_of_user() returns trigger language plpgsql as $$
begin
  perform pg_notify('monitor', call_id::text) from call_monitors
    where supervisor_id = new.id and ended_at is null;
  update call_monitors set ended_at = clock_timestamp(), ended_by = 'removed'
    where supervisor_id = new.id and ended_at is null;
  return null;
end
$$;
create trigger users_end_monitors after update on users
  for each row when (new.session_version <> old.session_version)
  execute function end_monitors_of_user();

-- An agent asks for help; the times are kept. What it says is in the call's log alone.
create table help_requests (
  id uuid primary key,
  call_id uuid not null references calls (id) on delete cascade,
  agent_id uuid not null references users (id),
  asked_at timestamptz not null default clock_timestamp(),
  taken_by uuid references users (id),
  taken_by_name text,
  taken_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('done', 'withdrawn', 'call-over')),
  check ((taken_at is null) = (taken_by is null) and (taken_at is null) = (taken_by_name is null)),
  check ((ended_at is null) = (ended_how is null))
);
create unique index help_requests_open on help_requests (call_id) where ended_at is null;
create index help_requests_of_call on help_requests (call_id);

-- Without the agent who asked nobody needs help, be the call over or with nobody. Its log says so by what
-- ended the talk.
create function end_help_of_call() returns trigger language plpgsql as $$
begin
  update help_requests set ended_at = clock_timestamp(), ended_how = 'call-over'
    where call_id = new.id and ended_at is null;
  return null;
end
$$;
create trigger calls_end_help after update of status on calls
  for each row when (old.status = 'active' and new.status <> 'active')
  execute function end_help_of_call();

-- What supervisors do about what stands out in a call. Incidents are worked out of the log, and named by
-- what began them; here is who sees to them.
create table alert_cares (
  call_id uuid not null references calls (id) on delete cascade,
  incident text not null check (length(incident) <= 60),
  owner_id uuid references users (id),
  owner_name text,
  taken_at timestamptz,
  snoozed_until timestamptz,
  done_at timestamptz,
  primary key (call_id, incident),
  check ((owner_id is null) = (owner_name is null) and (owner_id is null) = (taken_at is null))
);

-- migrate:down

alter table call_events drop constraint call_events_actor_check, add constraint call_events_actor_check
  check (actor in ('customer', 'agent', 'bot', 'system')) not valid;

drop table alert_cares;
drop trigger calls_end_help on calls;
drop function end_help_of_call();
drop table help_requests;
drop trigger users_end_monitors on users;
drop function end_monitors_of_user();
drop trigger calls_end_monitors on calls;
drop function end_monitors_of_call();
drop index calls_going_on;
drop table call_monitors;
drop table queue_supervisors;
drop function raise_version_of_supervisor();
