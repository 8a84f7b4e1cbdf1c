-- migrate:up

-- Sums over the calls of a day in which a card of the playbook was suggested: those of
-- packages/calls/src/topics/card-sum.ts by their names. Rebuilt with metric_days, never added to. Without the
-- agent: one agent's calls are so few that they are read themselves.
create table card_days (
  local_day date not null,
  queue_id text not null,
  card_id text not null,
  calls bigint not null,
  offered bigint not null,
  accepted bigint not null,
  edited bigint not null,
  dismissed bigint not null,
  marked_wrong bigint not null,
  expired bigint not null,
  unseen bigint not null,
  scored bigint not null,
  start_mood double precision not null,
  end_mood double precision not null,
  primary key (local_day, queue_id, card_id)
);

-- The same of packages/calls/src/topics/outcome-sum.ts, by what calls were filed as.
create table outcome_days (
  local_day date not null,
  queue_id text not null,
  filed_as text not null,
  calls bigint not null,
  answered bigint not null,
  with_orders bigint not null,
  orders bigint not null,
  primary key (local_day, queue_id, filed_as)
);

-- The calls of a day and queue whose customers sounded most different in the end, from both sides. The least
-- number of lines is HAS_TWO_ENDS of packages/calls.
create index call_facts_by_change on call_facts (local_day, queue_id, (sentiment_end - sentiment_start))
  where sentiment_lines >= 4;

-- Days that were summed up before have no such sums yet. Whatever changes a card of a call changes the call's
-- own counts of suggestions, too, which marks the day.
select mark_days(array(select distinct local_day from call_facts));

-- migrate:down

drop index call_facts_by_change;
drop table outcome_days;
drop table card_days;
