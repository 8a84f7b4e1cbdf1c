-- migrate:up

-- What an agent has chosen to do after its call, and why it is, or will be, on a break. `no-answer`: the
-- system sent it there, as nobody took its offer.
alter table agent_states
  add column next_status text check (next_status in ('break', 'offline')),
  add column break_reason text check (
    break_reason in ('lunch', 'short-break', 'training', 'meeting', 'other', 'no-answer')
  ),
  add column break_note text not null default '' check (length(break_note) <= 60),
  add check (next_status is null or status in ('on-call', 'wrap-up')),
  add check (break_reason is null or status = 'break' or next_status = 'break'),
  add check (break_note = '' or break_reason is not null);

-- Whoever moves an agent need not know of them.
create function forget_what_was_next() returns trigger language plpgsql as $$
begin
  if new.status not in ('on-call', 'wrap-up') then new.next_status := null; end if;
  if new.status <> 'break' and new.next_status is distinct from 'break' then
    new.break_reason := null;
    new.break_note := '';
  end if;
  return new;
end
$$;
create trigger agent_states_next before insert or update on agent_states
  for each row execute function forget_what_was_next();

-- What each agent did, and from when until when. One begins where the one before it ends, so that they
-- neither overlap nor leave a hole; the last one is open.
create table agent_intervals (
  agent_id uuid not null references users (id),
  status text not null,
  -- The call that it was offered, had or wrapped up.
  call_id uuid references calls (id),
  break_reason text,
  break_note text not null default '',
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at),
  primary key (agent_id, started_at)
);
create unique index agent_intervals_open on agent_intervals (agent_id) where ended_at is null;
create index agent_intervals_by_time on agent_intervals (started_at);
create index agent_intervals_of_call on agent_intervals (call_id) where call_id is not null;

-- Every change of agent_states becomes an interval, whoever makes it. It runs as its owner: web and bot may
-- read the intervals and no more.
create function note_agent_interval() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- Not now(): of two changes in one transaction both count.
  cut timestamptz := clock_timestamp();
  begun timestamptz;
begin
  if tg_op = 'UPDATE' and old.status = new.status and (new.status <> 'break' or
    (old.break_reason, old.break_note) is not distinct from (new.break_reason, new.break_note))
  then return null; end if;
  -- Somebody found gone was gone since the last sign of life; desks give one every few seconds. Who goes,
  -- or is sent, was there until then.
  if new.status = 'offline' and new.seen_at < cut - interval '15 seconds' then cut := new.seen_at; end if;
  update agent_intervals set ended_at = greatest(started_at, cut)
    where agent_id = new.agent_id and ended_at is null
    returning ended_at into begun;
  insert into agent_intervals (agent_id, status, call_id, break_reason, break_note, started_at)
    select new.agent_id, new.status,
      case when new.status in ('offered', 'on-call', 'wrap-up') then (
        select id from calls where coalesce(agent_id, offered_to) = new.agent_id
          and status in ('offered', 'active', 'wrap-up')) end,
      case when new.status = 'break' then new.break_reason end,
      case when new.status = 'break' then new.break_note else '' end,
      coalesce(begun, cut)
    -- The one before it has lasted no time at all.
    on conflict (agent_id, started_at) do update set ended_at = null, status = excluded.status,
      call_id = excluded.call_id, break_reason = excluded.break_reason, break_note = excluded.break_note;
  return null;
end
$$;
create trigger agent_interval_started after insert or update of status, break_reason, break_note
  on agent_states for each row execute function note_agent_interval();

-- An agent is reserved before its call is offered to it.
create function note_offer_of_interval() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update agent_intervals set call_id = new.id
    where agent_id = new.offered_to and ended_at is null and status = 'offered';
  return null;
end
$$;
create trigger calls_offer_noted after update of offered_to on calls
  for each row when (new.offered_to is not null) execute function note_offer_of_interval();

-- Who is on duty already.
insert into agent_intervals (agent_id, status, call_id, started_at)
  select s.agent_id, s.status, c.id, s.status_since from agent_states s
  left join calls c on s.status in ('offered', 'on-call', 'wrap-up')
    and coalesce(c.agent_id, c.offered_to) = s.agent_id
    and c.status in ('offered', 'active', 'wrap-up');

-- migrate:down

drop trigger calls_offer_noted on calls;
drop function note_offer_of_interval();
drop trigger agent_interval_started on agent_states;
drop function note_agent_interval();
drop table agent_intervals;
drop trigger agent_states_next on agent_states;
drop function forget_what_was_next();
alter table agent_states drop column next_status, drop column break_reason, drop column break_note;
