-- migrate:up

create table users (
  id uuid primary key,
  username text not null unique check (username = lower(username) and username <> ''),
  display_name text not null,
  role text not null check (role in ('agent', 'supervisor', 'admin')),
  password_hash text not null,
  session_version integer not null default 1,
  disabled boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);

-- What each agent is doing. `idle_since` orders agents for matching: it survives an offer that the
-- customer took back, and starts anew when the agent declines one.
create table agent_states (
  agent_id uuid primary key references users (id),
  status text not null
    check (status in ('offline', 'available', 'offered', 'on-call', 'wrap-up', 'break')),
  status_since timestamptz not null,
  idle_since timestamptz not null,
  seen_at timestamptz not null
);
create index agent_states_idle on agent_states (idle_since, agent_id) where status = 'available';

create table calls (
  id uuid primary key,
  status text not null
    check (status in ('queued', 'offered', 'active', 'wrap-up', 'closed', 'abandoned')),
  customer_name text not null,
  contact_kind text not null check (contact_kind in ('email', 'phone')),
  contact text not null,
  transcribed boolean not null,
  notice_version text not null,
  consent_at timestamptz,
  queued_at timestamptz not null,
  offered_to uuid references users (id),
  offered_at timestamptz,
  offer_expires_at timestamptz,
  agent_id uuid references users (id),
  agent_name text,
  answered_at timestamptz,
  held_at timestamptz,
  ended_at timestamptz,
  end_reason text check (
    end_reason in ('customer-hung-up', 'agent-hung-up', 'customer-lost', 'agent-lost', 'system')
  ),
  wrap_up_started_at timestamptz,
  disposition text check (disposition in ('resolved', 'follow-up', 'escalated', 'other')),
  notes text not null default '',
  wrapped_up_at timestamptz,
  rated_at timestamptz,
  rating integer check (rating between 1 and 5),
  rating_comment text,
  customer_identity uuid not null,
  agent_identity uuid,
  customer_seen_at timestamptz not null,
  agent_seen_at timestamptz,
  last_seq integer not null default 0,
  last_public_seq integer not null default 0 check (last_public_seq <= last_seq),
  bot_id text,
  bot_lease_until timestamptz,
  bot_heard_until_ms bigint check (bot_heard_until_ms >= 0),
  check (transcribed = (consent_at is not null)),
  check ((status = 'offered') = (offered_to is not null)),
  check ((offered_to is null) = (offered_at is null)),
  check ((offered_to is null) = (offer_expires_at is null)),
  check ((agent_id is null) = (answered_at is null)),
  check ((status in ('active', 'wrap-up', 'closed')) = (agent_id is not null)),
  check ((status in ('wrap-up', 'closed', 'abandoned')) = (ended_at is not null)),
  check ((status = 'closed') = (wrapped_up_at is not null)),
  check (status <> 'closed' or disposition is not null),
  check (held_at is null or status = 'active'),
  check ((bot_id is null) = (bot_lease_until is null))
);
create index calls_queue on calls (queued_at, id) where status in ('queued', 'offered');
create index calls_claimable on calls (answered_at) where status = 'active' and transcribed;
create index calls_recently_closed on calls (wrapped_up_at) where status = 'closed';
-- An agent has at most one call at hand.
create unique index calls_open_of_agent on calls (coalesce(agent_id, offered_to))
  where status in ('offered', 'active', 'wrap-up');

create table offer_declines (
  call_id uuid not null references calls (id),
  agent_id uuid not null references users (id),
  declined_at timestamptz not null,
  primary key (call_id, agent_id)
);

-- `prev_public_seq` is the seq of the public event before this one: what a customer saw last.
create table call_events (
  call_id uuid not null references calls (id),
  seq integer not null check (seq > 0),
  event_id uuid not null,
  at timestamptz not null,
  actor text not null check (actor in ('customer', 'agent', 'bot', 'system')),
  type text not null,
  audience text not null check (audience in ('public', 'staff')),
  prev_public_seq integer not null check (prev_public_seq >= 0 and prev_public_seq < seq),
  data jsonb not null,
  primary key (call_id, seq),
  unique (call_id, event_id)
);

create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'call_events is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger call_events_append_only before update or delete on call_events
  for each row execute function refuse_change_of_log();
create trigger call_events_no_truncate before truncate on call_events
  for each statement execute function refuse_change_of_log();

create table sign_in_failures (
  username text not null,
  address text not null,
  failed_at timestamptz not null
);
create index sign_in_failures_recent on sign_in_failures (username, address, failed_at);
create index sign_in_failures_age on sign_in_failures (failed_at);

create table rate_limits (
  key text primary key,
  window_ends_at timestamptz not null,
  hits integer not null
);

-- migrate:down

drop table rate_limits;
drop table sign_in_failures;
drop table call_events;
drop function refuse_change_of_log();
drop table offer_declines;
drop table calls;
drop table agent_states;
drop table users;
