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

-- The log of what people did is read by time, whatever it is narrowed to.
create index audit_log_by_time on audit_log (at, id);
drop index audit_log_by_actor;
create index audit_log_by_actor on audit_log (actor_id, at, id);
drop index audit_log_by_subject;
create index audit_log_by_subject on audit_log (subject_kind, subject_id, at, id)
  where subject_id is not null;
create index audit_log_by_subject_kind on audit_log (subject_kind, at, id)
  where subject_kind is not null;
drop index audit_log_by_action;
create index audit_log_by_action on audit_log (action, at, id);
create index audit_log_by_address on audit_log (address, at, id) where address is not null;

-- migrate:down

drop index audit_log_by_address;
drop index audit_log_by_action;
create index audit_log_by_action on audit_log (action, id);
drop index audit_log_by_subject_kind;
drop index audit_log_by_subject;
create index audit_log_by_subject on audit_log (subject_kind, subject_id, id)
  where subject_id is not null;
drop index audit_log_by_actor;
create index audit_log_by_actor on audit_log (actor_id, id) where actor_id is not null;
drop index audit_log_by_time;
drop table settings;
drop function tell_of_setting();
