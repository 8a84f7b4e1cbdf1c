-- migrate:up

-- What admins have set, each change a row: the newest of a key is in force. JSON null: back to the default.
-- Which keys there are, and what values they may have, is in `packages/protocol/src/admin/settings.ts`.
create table settings (
  id bigint primary key generated always as identity,
  key text not null check (key ~ '^[a-z][a-zA-Z]*$' and length(key) <= 40),
  value jsonb not null,
  -- As they were called then; null where somebody wrote to the table by hand.
  set_by uuid,
  set_by_name text,
  set_at timestamptz not null default clock_timestamp(),
  check ((set_by is null) = (set_by_name is null))
);
create index settings_of_key on settings (key, id desc);
create trigger settings_append_only before update or delete on settings
  for each row execute function refuse_change_of_log();
create trigger settings_no_truncate before truncate on settings
  for each statement execute function refuse_change_of_log();

-- Every process learns of a change, whoever made it.
create function tell_of_setting() returns trigger language plpgsql as $$
begin
  perform pg_notify('settings', new.key);
  return null;
end
$$;
create trigger settings_told after insert on settings
  for each row execute function tell_of_setting();

-- What is left of an erased call (times, agent, outcome, stars) goes in the end, too. What proves that it
-- was erased, and why, stays: it names a call that is not there any more.
alter table erasures drop constraint erasures_call_id_fkey;
alter table legal_holds drop constraint legal_holds_call_id_fkey;
create index calls_erased on calls (ended_at, id) where erased_at is not null;

-- Consents are append-only but for one: forget_figures, with the call that it deletes.
create function refuse_change_of_consents() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_level = 'ROW'
    and current_setting('retention.forgetting', true) = old.call_id::text
  then return old; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
drop trigger consents_append_only on consents;
create trigger consents_append_only before update or delete on consents
  for each row execute function refuse_change_of_consents();

-- Deletes the rows of calls that were erased and ended so many days ago, the oldest first, and what agents
-- did then; so many of each at most. Gives how many calls, and how many intervals. As its owner: web and bot
-- have no right to delete consents and intervals.
create function forget_figures(after_days integer, most integer, out calls_gone integer, out intervals_gone integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one uuid;
  cut timestamptz := now() - after_days * interval '1 day';
begin
  calls_gone := 0;
  intervals_gone := 0;
  if after_days < 1 then return; end if;
  for one in
    select c.id from calls c
    where c.erased_at is not null and not c.legal_hold and c.ended_at < cut
      -- Their names are needed until nothing of the sound lies in the store.
      and not exists (select from recordings r where r.call_id = c.id
        and (r.sound_name is not null or r.waveform_name is not null))
    order by c.ended_at, c.id limit most for update of c skip locked
  loop
    perform set_config('retention.forgetting', one::text, true);
    delete from consents where call_id = one;
    delete from offer_declines where call_id = one;
    update agent_intervals set call_id = null where call_id = one;
    delete from calls where id = one;
    calls_gone := calls_gone + 1;
  end loop;
  perform set_config('retention.forgetting', '', true);
  delete from agent_intervals where ctid = any(array(
    select ctid from agent_intervals where ended_at < cut order by started_at limit most));
  get diagnostics intervals_gone = row_count;
end
$$;
revoke all on function forget_figures(integer, integer) from public;

-- The log of what people did is read by time, whatever it is narrowed to.
create index audit_log_by_time on audit_log (at, id);
drop index audit_log_by_actor;
create index audit_log_by_actor on audit_log (actor_id, at, id);
create index audit_log_by_actor_and_action on audit_log (actor_id, action, at, id);
-- Postgres takes no order from an index whose first column is null.
create index audit_log_of_nobody on audit_log (at, id) where actor_id is null;
drop index audit_log_by_subject;
create index audit_log_by_subject on audit_log (subject_kind, subject_id, at, id)
  where subject_id is not null;
create index audit_log_by_subject_kind on audit_log (subject_kind, at, id)
  where subject_kind is not null;
drop index audit_log_by_action;
create index audit_log_by_action on audit_log (action, at, id);
create index audit_log_by_address on audit_log (address, at, id) where address is not null;

-- migrate:down

drop function forget_figures(integer, integer);
drop trigger consents_append_only on consents;
create trigger consents_append_only before update or delete on consents
  for each row execute function refuse_change_of_log();
drop function refuse_change_of_consents();
drop index calls_erased;
alter table legal_holds add constraint legal_holds_call_id_fkey foreign key (call_id) references calls (id);
alter table erasures add constraint erasures_call_id_fkey foreign key (call_id) references calls (id);

drop index audit_log_by_address;
drop index audit_log_by_action;
create index audit_log_by_action on audit_log (action, id);
drop index audit_log_by_subject_kind;
drop index audit_log_by_subject;
create index audit_log_by_subject on audit_log (subject_kind, subject_id, id)
  where subject_id is not null;
drop index audit_log_of_nobody;
drop index audit_log_by_actor_and_action;
drop index audit_log_by_actor;
create index audit_log_by_actor on audit_log (actor_id, id) where actor_id is not null;
drop index audit_log_by_time;
drop table settings;
drop function tell_of_setting();
