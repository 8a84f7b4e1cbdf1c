-- migrate:up

-- Identities in the room of a call that are nobody's any more: LiveKit lets their tokens in again, so
-- they are put out again for as long as the call lasts.
create table expelled_identities (
  call_id uuid not null references calls (id) on delete cascade,
  identity uuid not null,
  expelled_at timestamptz not null default clock_timestamp(),
  primary key (call_id, identity)
);

-- Whoever changes a password, a role or whether somebody may in ends the sessions there are.
create function raise_session_version() returns trigger language plpgsql as $$
begin
  if (new.password_hash, new.disabled, new.role)
    is distinct from (old.password_hash, old.disabled, old.role)
  then
    new.session_version := greatest(new.session_version, old.session_version + 1);
  end if;
  return new;
end
$$;
create trigger users_session_version before update of password_hash, disabled, role on users
  for each row execute function raise_session_version();

-- With its sessions a person loses its place in the room of its call (not the call: who signs in again
-- gets another identity) and is off duty.
create function end_sessions() returns trigger language plpgsql as $$
begin
  with held as (
    select id, agent_identity from calls
    where agent_id = new.id and status = 'active' for update
  ), expelled as (
    insert into expelled_identities (call_id, identity)
      select id, agent_identity from held where agent_identity is not null
      on conflict do nothing
  )
  update calls set agent_identity = gen_random_uuid() from held where calls.id = held.id;
  perform pg_notify('call', id::text) from calls where agent_id = new.id and status = 'active';
  -- What is on offer to the person goes on to somebody else with the next round of matching.
  update calls set offer_expires_at = now() where offered_to = new.id and status = 'offered';
  update agent_states set status = 'offline', status_since = now()
    where agent_id = new.id and status in ('available', 'break');
  insert into audit_log (action, subject_kind, subject_id, data)
    values ('session.ended', 'user', new.id::text, jsonb_build_object('because', case
      when new.disabled and not old.disabled then 'disabled'
      when new.password_hash <> old.password_hash then 'password'
      when new.role <> old.role then 'role'
      when new.disabled <> old.disabled then 'enabled'
      else 'asked' end));
  perform pg_notify('session', new.id::text);
  perform pg_notify('desk', '*');
  return null;
end
$$;
-- Without a list of columns: what another trigger has set is not named by the statement.
create trigger users_sessions_ended after update on users
  for each row when (new.session_version <> old.session_version) execute function end_sessions();

-- migrate:down

drop trigger users_sessions_ended on users;
drop function end_sessions();
drop trigger users_session_version on users;
drop function raise_session_version();
drop table expelled_identities;
