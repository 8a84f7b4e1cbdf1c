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

-- migrate:down

drop table settings;
drop function tell_of_setting();
