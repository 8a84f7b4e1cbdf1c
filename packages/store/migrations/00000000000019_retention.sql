-- migrate:up

-- An erased call keeps its row, without anything that says who called or what was said: how many calls
-- there were, when and with what outcome stays known.
alter table calls
  add column erased_at timestamptz,
  add check (erased_at is null or (customer_name = '' and contact = '' and notes = ''
    and rating_comment is null and customer_id is null and wrap_up_draft is null));
create index calls_with_text on calls (ended_at, id) where ended_at is not null and erased_at is null;

-- What proves that a call was erased: what there was, told by its number and hash, when it went, and why.
create table erasures (
  call_id uuid primary key references calls (id),
  at timestamptz not null default clock_timestamp(),
  rule text not null check (rule in ('request', 'retention')),
  -- Why somebody wanted it; empty where a rule did it.
  reason text not null,
  by_id uuid,
  by_name text,
  events integer not null,
  -- SHA-256 of the log as text, see erase_call, and of the sealed sound.
  log_sha256 text not null,
  sound_sha256 text,
  check ((rule = 'request') = (by_id is not null)),
  check ((by_id is null) = (by_name is null))
);
create index erasures_at on erasures (at);
create trigger erasures_append_only before update or delete on erasures
  for each row execute function refuse_change_of_log();
create trigger erasures_no_truncate before truncate on erasures
  for each statement execute function refuse_change_of_log();

-- Who said when, and why, that nothing of a call may be deleted, or that it may be again.
create table legal_holds (
  id bigint primary key generated always as identity,
  call_id uuid not null references calls (id),
  held boolean not null,
  reason text not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null default clock_timestamp()
);
create index legal_holds_of_call on legal_holds (call_id, id);
create trigger legal_holds_append_only before update or delete on legal_holds
  for each row execute function refuse_change_of_log();
create trigger legal_holds_no_truncate before truncate on legal_holds
  for each statement execute function refuse_change_of_log();

-- When something that is done now and then was done last.
create table job_runs (
  name text primary key,
  finished_at timestamptz not null
);

-- Sounds whose row is deleted and whose objects lie in the store still.
create index recordings_to_remove on recordings (deleted_at)
  where status = 'deleted' and (sound_name is not null or waveform_name is not null);

-- The log is append-only but for one: erase_call, for the call that it names.
create function refuse_change_of_events() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_level = 'ROW'
    and current_setting('retention.erasing', true) = old.call_id::text
  then return old; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
drop trigger call_events_append_only on call_events;
create trigger call_events_append_only before update or delete on call_events
  for each row execute function refuse_change_of_events();

-- Erases a call that is over, and leaves a tombstone. It runs as its owner, as web and bot have no right to
-- delete from the log: this is the only way for them. Says what came of it.
create function erase_call(
  wanted uuid, under_rule text, because text, who uuid, who_name text
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one calls%rowtype;
  log_text text;
  log_events integer;
begin
  select * into one from calls where id = wanted for update;
  if not found then return 'not-found'; end if;
  if one.erased_at is not null then return 'erased-before'; end if;
  if one.status not in ('closed', 'abandoned') then return 'going-on'; end if;
  if one.legal_hold then return 'on-hold'; end if;
  select count(*), coalesce(string_agg(jsonb_build_object(
      'seq', seq, 'eventId', event_id, 'at', at at time zone 'UTC', 'actor', actor, 'type', type,
      'data', data)::text, e'\n' order by seq), '')
    into log_events, log_text from call_events where call_id = wanted;
  perform set_config('retention.erasing', wanted::text, true);
  delete from call_events where call_id = wanted;
  perform set_config('retention.erasing', '', true);
  insert into erasures (call_id, rule, reason, by_id, by_name, events, log_sha256, sound_sha256)
  values (wanted, under_rule, because, who, who_name, log_events,
    encode(sha256(convert_to(log_text, 'UTF8')), 'hex'),
    (select sha256 from recordings where call_id = wanted));
  -- Of a sound that is not finished a bot may have stored something, all of it in the call's folder.
  update recordings set status = 'deleted', wrapped_key = null, deleted_at = clock_timestamp(),
    deletion_rule = under_rule, assembler = null, assembler_lease_until = null,
    sound_name = coalesce(sound_name, wanted::text)
    where call_id = wanted and status <> 'deleted';
  update calls set erased_at = clock_timestamp(), customer_name = '', contact = '', notes = '',
    rating_comment = null, customer_id = null, customer_linked_by = null, wrap_up_draft = null
    where id = wanted;
  return 'erased';
end
$$;
revoke all on function erase_call(uuid, text, text, uuid, text) from public;

-- migrate:down

drop function erase_call(uuid, text, text, uuid, text);
drop trigger call_events_append_only on call_events;
create trigger call_events_append_only before update or delete on call_events
  for each row execute function refuse_change_of_log();
drop function refuse_change_of_events();
drop index recordings_to_remove;
drop table job_runs;
drop table legal_holds;
drop table erasures;
drop index calls_with_text;
alter table calls drop column erased_at;
