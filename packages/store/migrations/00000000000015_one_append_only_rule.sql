-- migrate:up

-- One rule for every table that only grows; it names the table it guards.
create or replace function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
drop trigger audit_log_append_only on audit_log;
drop trigger audit_log_no_truncate on audit_log;
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change_of_log();
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_change_of_log();
drop function refuse_change_of_audit_log();

-- migrate:down

create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log is append-only' using errcode = 'restrict_violation';
end
$$;
drop trigger audit_log_append_only on audit_log;
drop trigger audit_log_no_truncate on audit_log;
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change_of_audit_log();
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_change_of_audit_log();
create or replace function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'call_events is append-only' using errcode = 'restrict_violation';
end
$$;
