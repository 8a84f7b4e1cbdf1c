-- migrate:up

-- Who was invited, or signs in elsewhere, has no password here. `version` grows with each change of what
-- admins see, so that of two people who change it at once the second is told.
alter table users alter column password_hash drop not null;
alter table users add column version integer not null default 1;

-- One-time links by which somebody chooses a password. Of a link only its hash is kept.
create table user_links (
  token_hash bytea primary key check (length(token_hash) = 32),
  user_id uuid not null references users (id) on delete cascade,
  kind text not null check (kind in ('invite', 'password')),
  made_by uuid not null references users (id),
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz,
  -- Another link took its place, or the person may not in any more.
  ended_at timestamptz
);
create unique index user_links_open on user_links (user_id, kind)
  where used_at is null and ended_at is null;

-- Who somebody is at a provider of single sign-on: the issuer's name for them, which no e-mail replaces.
create table user_identities (
  issuer text not null check (length(issuer) <= 500),
  subject text not null check (length(subject) <= 255),
  user_id uuid not null references users (id) on delete cascade,
  linked_at timestamptz not null default clock_timestamp(),
  primary key (issuer, subject)
);
create index user_identities_of_user on user_identities (user_id);

create index audit_log_last_sign_in on audit_log (actor_id, at) where action = 'session.signed-in';

create function raise_user_version() returns trigger language plpgsql as $$
begin
  if (new.display_name, new.role, new.disabled)
    is distinct from (old.display_name, old.role, old.disabled)
  then
    new.version := greatest(new.version, old.version + 1);
  end if;
  return new;
end
$$;
create trigger users_version before update of display_name, role, disabled on users
  for each row execute function raise_user_version();

create function raise_version_of_agent() returns trigger language plpgsql as $$
begin
  update users set version = version + 1 where id = coalesce(new.agent_id, old.agent_id);
  return null;
end
$$;
create trigger agent_queues_version after insert or delete on agent_queues
  for each row execute function raise_version_of_agent();

create function signs_in_as_admin(users) returns boolean language sql stable as $$
  select $1.role = 'admin' and not $1.disabled
    and ($1.password_hash is not null or exists (select from user_identities where user_id = $1.id))
$$;

-- Whoever changes it: somebody can always let people in again. Of two who take each other's rights away
-- at once, the second waits for the first and is refused.
create function keep_an_admin() returns trigger language plpgsql as $$
begin
  if signs_in_as_admin(old) and not signs_in_as_admin(new) then
    perform pg_advisory_xact_lock(hashtext('admins'));
    if not exists (select from users u where u.id <> new.id and signs_in_as_admin(u)) then
      raise exception 'the last admin who can sign in stays one'
        using errcode = 'check_violation', constraint = 'users_last_admin';
    end if;
  end if;
  return new;
end
$$;
create trigger users_last_admin before update of role, disabled, password_hash on users
  for each row execute function keep_an_admin();

-- As before, for people without a password too.
create or replace function end_sessions() returns trigger language plpgsql as $$
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
      when new.password_hash is distinct from old.password_hash then 'password'
      when new.role <> old.role then 'role'
      when new.disabled <> old.disabled then 'enabled'
      else 'asked' end));
  perform pg_notify('session', new.id::text);
  perform pg_notify('desk', '*');
  return null;
end
$$;

-- migrate:down

create or replace function end_sessions() returns trigger language plpgsql as $$
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
drop trigger users_last_admin on users;
drop function keep_an_admin();
drop function signs_in_as_admin(users);
drop trigger agent_queues_version on agent_queues;
drop function raise_version_of_agent();
drop trigger users_version on users;
drop function raise_user_version();
drop index audit_log_last_sign_in;
drop table user_identities;
drop table user_links;
alter table users drop column version;
-- Who has no password gets one that nobody knows.
update users set password_hash = '' where password_hash is null;
alter table users alter column password_hash set not null;
