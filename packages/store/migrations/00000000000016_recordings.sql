-- migrate:up

-- Without text a card number could not be found in the sound, so what is recorded is transcribed, too.
alter table calls
  add column recorded boolean not null default false,
  add column recording_paused_at timestamptz,
  -- No rule may delete anything of it.
  add column legal_hold boolean not null default false,
  add check (not recorded or transcribed),
  add check (recording_paused_at is null or (status = 'active' and recorded));
create index calls_recording_paused on calls (recording_paused_at)
  where recording_paused_at is not null;

-- What a customer was asked and answered, each thing apart, with the version of the words it read.
create table consents (
  call_id uuid not null references calls (id),
  kind text not null check (kind in ('transcribed', 'recorded')),
  accepted boolean not null,
  notice_version text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (call_id, kind)
);
create trigger consents_append_only before update or delete on consents
  for each row execute function refuse_change_of_log();
create trigger consents_no_truncate before truncate on consents
  for each statement execute function refuse_change_of_log();

-- One for each call that a bot began to record. Parts lie in the bot's folder while it records; the
-- whole sound and its waveform lie in the store under the names kept here. Without `wrapped_key` every
-- copy of them is noise.
create table recordings (
  call_id uuid primary key references calls (id) on delete cascade,
  status text not null check (status in ('recording', 'ready', 'lost', 'deleted')),
  wrapped_key bytea,
  begun_at timestamptz not null default clock_timestamp(),
  -- Which bot assembles it, and until when nobody else may.
  assembler text,
  assembler_lease_until timestamptz,
  sound_name text,
  waveform_name text,
  bytes bigint check (bytes >= 0),
  duration_ms bigint check (duration_ms >= 0),
  sha256 text,
  ready_at timestamptz,
  deleted_at timestamptz,
  deletion_rule text check (deletion_rule in ('request', 'retention')),
  check ((assembler is null) = (assembler_lease_until is null)),
  check (status <> 'ready' or (sound_name is not null and wrapped_key is not null
    and bytes is not null and duration_ms is not null and sha256 is not null)),
  check ((status = 'deleted') = (deleted_at is not null)),
  check ((status = 'deleted') = (deletion_rule is not null)),
  check (status <> 'deleted' or wrapped_key is null)
);
create index recordings_unfinished on recordings (begun_at) where status = 'recording';
create index recordings_ready on recordings (ready_at) where status = 'ready';

-- migrate:down

drop table recordings;
drop table consents;
drop index calls_recording_paused;
alter table calls drop column legal_hold, drop column recording_paused_at, drop column recorded;
