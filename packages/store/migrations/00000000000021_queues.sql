-- migrate:up

-- A line that customers wait in, with what is particular to it. `version` grows with each change, so that
-- of two people who change it at once the second is told.
create table queues (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 40),
  name text not null check (name <> '' and length(name) <= 60),
  -- ISO 639-1 of what is spoken in it.
  language text not null default 'en' check (language ~ '^[a-z]{2}$'),
  -- Names and words of the trade that speech-to-text would not expect.
  terms text[] not null default '{}',
  -- So many calls of a hundred are to be answered within so many seconds.
  target_percent smallint not null default 80 check (target_percent between 1 and 100),
  target_seconds integer not null default 20 check (target_seconds between 1 and 3600),
  -- Whether customers are asked to be recorded, and by which words; without words by ours.
  recorded boolean not null default true,
  recording_notice text not null default '' check (length(recording_notice) <= 2000),
  -- Whether agents are told that a supervisor listens.
  listening_told boolean not null default false,
  -- The cards of the playbook that apply; null: all.
  card_ids text[],
  outcome_required boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  -- A queue with calls stays as long as they do; nobody can call it any more.
  removed_at timestamptz
);
create unique index queues_by_name on queues (lower(name)) where removed_at is null;

-- How a call of a queue may have turned out. One that was taken away still names calls of before.
create table queue_outcomes (
  queue_id text not null references queues (id),
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 40),
  label text not null check (label <> '' and length(label) <= 60),
  -- Whether it counts as resolved.
  resolves boolean not null default false,
  place smallint not null,
  removed_at timestamptz,
  primary key (queue_id, id)
);

-- Whose calls an agent takes.
create table agent_queues (
  agent_id uuid not null references users (id) on delete cascade,
  queue_id text not null references queues (id),
  since timestamptz not null default clock_timestamp(),
  primary key (agent_id, queue_id)
);
create index agent_queues_of_queue on agent_queues (queue_id);

insert into queues (id, name) values ('main', 'Main');
insert into queue_outcomes (queue_id, id, label, resolves, place) values
  ('main', 'resolved', 'Resolved', true, 0),
  ('main', 'follow-up', 'Follow-up needed', false, 1),
  ('main', 'escalated', 'Escalated', false, 2),
  ('main', 'other', 'Other', false, 3);
insert into agent_queues (agent_id, queue_id) select id, 'main' from users where role = 'agent';

alter table calls add column queue_id text not null default 'main' references queues (id);
alter table calls alter column queue_id drop default;
-- The target as it was when the customer began to wait: another target does not rewrite the past.
alter table calls add column target_seconds integer not null default 20;
alter table calls alter column target_seconds drop default;
-- Its name as it was then, as `agent_name` is the agent's.
alter table calls add column queue_name text not null default 'Main';
alter table calls alter column queue_name drop default;
create index calls_waiting_in_queue on calls (queue_id, queued_at, id)
  where status in ('queued', 'offered');
-- Lists of calls of one queue that are over, newest first.
create index calls_over_in_queue on calls (queue_id, ended_at desc, id desc)
  where ended_at is not null;
create index calls_closed_of_queue on calls (queue_id, wrapped_up_at) where status = 'closed';

-- Outcomes are the queue's, which may close calls without one.
do $$
declare
  constraint_name name;
begin
  for constraint_name in
    select conname from pg_constraint
    where conrelid = 'calls'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%disposition%'
  loop
    execute format('alter table calls drop constraint %I', constraint_name);
  end loop;
end
$$;
alter table calls add constraint calls_disposition_check
  check (disposition ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(disposition) <= 40);

-- The words of their own by which queues asked, by the version that `consents` names.
create table notice_words (
  version text primary key,
  words text not null,
  at timestamptz not null default clock_timestamp()
);
create trigger notice_words_append_only before update or delete on notice_words
  for each row execute function refuse_change_of_log();
create trigger notice_words_no_truncate before truncate on notice_words
  for each statement execute function refuse_change_of_log();

-- migrate:down

drop table notice_words;
update calls set disposition = 'other' where status = 'closed' and disposition is null
  or disposition not in ('resolved', 'follow-up', 'escalated', 'other');
alter table calls drop constraint calls_disposition_check,
  add constraint calls_disposition_check
    check (disposition in ('resolved', 'follow-up', 'escalated', 'other')),
  add check (status <> 'closed' or disposition is not null);
drop index calls_over_in_queue, calls_closed_of_queue, calls_waiting_in_queue;
alter table calls drop column queue_name;
alter table calls drop column target_seconds;
alter table calls drop column queue_id;
drop table agent_queues;
drop table queue_outcomes;
drop table queues;
