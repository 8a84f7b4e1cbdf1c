-- migrate:up

-- Made up, with the calls that are; nobody signs in as one of them.
alter table users add column is_sample boolean not null default false;
alter table users add constraint users_sample_stays_out
  check (not is_sample or (disabled and password_hash is null));

-- The past that was made up to try the product with: one at most. What it is made from is kept, so that one
-- that was broken off goes on where it was.
create table sample_data (
  one boolean primary key default true check (one),
  state text not null check (state in ('adding', 'ready', 'removing')),
  -- Who adds it: the web app, or the script of `npm run seed:history`, which goes on when it is run again.
  added_by text not null check (added_by in ('web', 'script')),
  options jsonb not null check (jsonb_typeof(options) = 'object'),
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  calls_wanted integer not null,
  calls_done integer not null default 0,
  begun_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);

-- What agents did who never were. As its owner: web and bot may read intervals and no more.
create function add_sample_intervals(given json) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into agent_intervals (agent_id, status, call_id, break_reason, started_at, ended_at)
  select g.agent_id, g.status, c.id, g.break_reason, g.started_at, g.ended_at
  from json_populate_recordset(null::agent_intervals, given) g
  join users u on u.id = g.agent_id and u.is_sample
  left join calls c on c.id = g.call_id and c.is_sample
  where g.ended_at is not null
  on conflict do nothing
$$;
revoke all on function add_sample_intervals(json) from public;

-- Deletes so many calls that were made up, with everything about them, their logs too; before them what agents
-- did who never were, and these in the end. Gives how much went: 0 means that nothing is left. No real call and
-- no real agent is touched, whoever asks.
create function remove_sample(most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one uuid;
  gone integer;
begin
  delete from agent_intervals where ctid = any(array(
    select i.ctid from agent_intervals i join users u on u.id = i.agent_id
    where u.is_sample limit most * 20));
  get diagnostics gone = row_count;
  if gone > 0 then return gone; end if;
  for one in select id from calls where is_sample order by id limit most for update loop
    perform set_config('retention.erasing', one::text, true),
      set_config('retention.forgetting', one::text, true);
    delete from call_events where call_id = one;
    delete from consents where call_id = one;
    delete from offer_declines where call_id = one;
    delete from calls where id = one;
    gone := gone + 1;
  end loop;
  perform set_config('retention.erasing', '', true), set_config('retention.forgetting', '', true);
  if gone > 0 then return gone; end if;
  delete from users where is_sample;
  return 0;
end
$$;
revoke all on function remove_sample(integer) from public;

-- migrate:down

drop function remove_sample(integer);
drop function add_sample_intervals(json);
drop table sample_data;
alter table users drop constraint users_sample_stays_out, drop column is_sample;
