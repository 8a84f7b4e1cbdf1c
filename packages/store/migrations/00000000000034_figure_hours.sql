-- migrate:up

-- Whether lists of calls have it: it is over, and was not erased. So far figures looked for those of a period
-- that are not; where calls are erased after a month, these are most.
alter table call_facts add column is_erased boolean not null default false;
alter table call_facts add column is_listed boolean not null
  generated always as (ended_at is not null and not is_erased) stored;
update call_facts f set is_erased = true from calls c where c.id = f.call_id and c.erased_at is not null;
alter table metric_days add column is_listed boolean not null default true;
alter table metric_days alter column is_listed drop default,
  drop constraint metric_days_local_day_queue_id_agent_id_filed_as_key,
  add constraint metric_days_key unique nulls not distinct (local_day, queue_id, agent_id, filed_as, is_listed);

create or replace function forget_customer_of_facts() returns trigger language plpgsql as $$
begin
  update call_facts set customer_id = null, is_erased = true where call_id = new.id;
  return null;
end
$$;

-- The same sums as in `metric_days`, by the hour of a day instead of by agent and outcome: where nobody asks for
-- these, there are a tenth as many rows, and hours of weekdays need no calls. `local_hour` is the clock's: where
-- clocks are put back, one has the calls of two.
create table metric_hours (
  local_hour smallint not null check (local_hour between 0 and 23),
  like metric_days
);
alter table metric_hours drop column agent_id, drop column filed_as,
  add primary key (local_day, local_hour, queue_id, is_listed);

-- One row for ever: where nobody has counted, Postgres thinks that there are a thousand.
analyze figure_zone;

-- They come with the sums of their days, which are made anew.
select mark_days(array(select distinct local_day from metric_days));

-- As before, but it tells calls and intervals apart: counting what is left after each hundred took as long as they.
drop function remove_sample(integer);
create function remove_sample(most integer, out calls_gone integer, out intervals_gone integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one uuid;
begin
  calls_gone := 0;
  delete from agent_intervals where ctid = any(array(
    select i.ctid from agent_intervals i join users u on u.id = i.agent_id
    where u.is_sample limit most * 20));
  get diagnostics intervals_gone = row_count;
  if intervals_gone > 0 then return; end if;
  for one in select id from calls where is_sample order by id limit most for update loop
    perform set_config('retention.erasing', one::text, true),
      set_config('retention.forgetting', one::text, true);
    delete from call_events where call_id = one;
    delete from consents where call_id = one;
    delete from offer_declines where call_id = one;
    delete from calls where id = one;
    calls_gone := calls_gone + 1;
  end loop;
  perform set_config('retention.erasing', '', true), set_config('retention.forgetting', '', true);
  if calls_gone = 0 then delete from users where is_sample; end if;
end
$$;
revoke all on function remove_sample(integer) from public;

-- migrate:down

drop function remove_sample(integer);
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

drop table metric_hours;
create or replace function forget_customer_of_facts() returns trigger language plpgsql as $$
begin
  update call_facts set customer_id = null where call_id = new.id and customer_id is not null;
  return null;
end
$$;
delete from metric_days;
alter table metric_days drop column is_listed,
  add unique nulls not distinct (local_day, queue_id, agent_id, filed_as);
alter table call_facts drop column is_listed, drop column is_erased;
select mark_days(array(select distinct local_day from call_facts));
