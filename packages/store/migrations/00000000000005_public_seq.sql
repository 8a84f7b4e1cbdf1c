-- migrate:up

-- Customers count the public events only: `public_seq` is an event's place among them, so that their
-- numbers have no holes where something was for staff. `calls.last_public_seq` is in that numbering now.
alter table call_events add column public_seq integer;

-- The log is append-only for everybody but this migration. The lock that `alter table` takes lets nobody
-- else in before the trigger is back.
alter table call_events disable trigger call_events_append_only;
update call_events set public_seq = numbered.public_seq
from (
  select call_id, seq, row_number() over (partition by call_id order by seq) as public_seq
  from call_events where audience = 'public'
) numbered
where call_events.call_id = numbered.call_id and call_events.seq = numbered.seq;
alter table call_events enable trigger call_events_append_only;

alter table call_events
  drop column prev_public_seq,
  add constraint call_events_public_seq
    check ((audience = 'public') = (public_seq is not null) and public_seq between 1 and seq),
  add constraint call_events_public_seq_key unique (call_id, public_seq);

update calls set last_public_seq = (
  select count(*) from call_events where call_id = calls.id and audience = 'public'
);

-- migrate:down

alter table call_events add column prev_public_seq integer not null default 0;
alter table call_events disable trigger call_events_append_only;
update call_events set prev_public_seq = coalesce((
  select max(before.seq) from call_events before
  where before.call_id = call_events.call_id and before.seq < call_events.seq
    and before.audience = 'public'
), 0);
alter table call_events enable trigger call_events_append_only;
alter table call_events
  alter column prev_public_seq drop default,
  add check (prev_public_seq >= 0 and prev_public_seq < seq),
  drop column public_seq;

update calls set last_public_seq = coalesce((
  select max(seq) from call_events where call_id = calls.id and audience = 'public'
), 0);
