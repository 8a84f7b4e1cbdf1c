-- migrate:up

-- A call whose agent had to leave waits again: it was answered, and nobody has it. All times of its log
-- count from its first answer on, so `answered_at` stays.
alter table calls
  -- When it was put back into the queue last; null: it never was.
  add column requeued_at timestamptz,
  -- When an agent took it on after that; null while nobody has.
  add column taken_on_at timestamptz,
  -- How long nobody had it since the first answer, without a wait that goes on: that is no talk.
  add column without_agent_ms bigint not null default 0 check (without_agent_ms >= 0);

do $$
declare
  old text;
begin
  select conname into strict old from pg_constraint
    where conrelid = 'calls'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) = 'CHECK (((agent_id IS NULL) = (answered_at IS NULL)))';
  execute format('alter table calls drop constraint %I', old);
end
$$;
alter table calls
  add constraint calls_agent_of_answered check (agent_id is null or answered_at is not null),
  add constraint calls_requeued_without_agent check (
    (answered_at is not null and agent_id is null)
      = (requeued_at is not null and taken_on_at is null)
  ),
  add constraint calls_taken_on_again check (taken_on_at is null or requeued_at is not null);

-- migrate:down

alter table calls
  drop constraint calls_taken_on_again,
  drop constraint calls_requeued_without_agent,
  drop constraint calls_agent_of_answered;
-- What was answered and has no agent cannot be told in the shape of before: it was never answered.
update calls set answered_at = null, talk_ended_at = null where agent_id is null;
alter table calls
  add check ((agent_id is null) = (answered_at is null)),
  drop column without_agent_ms,
  drop column taken_on_at,
  drop column requeued_at;
