-- migrate:up

-- Who closed a call: its agent, or the system when the agent was gone for too long.
alter table calls add column closed_by text check (closed_by in ('agent', 'system'));
update calls set closed_by = 'agent' where status = 'closed';
alter table calls add constraint calls_closed_by_when_closed
  check (closed_by is null or status = 'closed');

-- How long the agent was out of sight during wrap-up: that is no work.
alter table calls add column wrap_up_away_ms bigint not null default 0
  check (wrap_up_away_ms >= 0);

-- Until when both sides were there: before `ended_at` when one of them was lost.
alter table calls add column talk_ended_at timestamptz;
update calls set talk_ended_at = ended_at where answered_at is not null;

create index calls_wrapping_up on calls (agent_seen_at) where status = 'wrap-up';
create index calls_closed_in_absence on calls (agent_id, wrapped_up_at) where closed_by = 'system';

-- migrate:down

drop index calls_closed_in_absence;
drop index calls_wrapping_up;
alter table calls drop column talk_ended_at;
alter table calls drop column wrap_up_away_ms;
alter table calls drop column closed_by;
