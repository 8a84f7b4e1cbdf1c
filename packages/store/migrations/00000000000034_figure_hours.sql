-- migrate:up

-- The same sums as in `metric_days`, by the hour of a day instead of by agent and outcome: where nobody asks for
-- these, there are a tenth as many rows, and hours of weekdays need no calls. `local_hour` is the clock's: where
-- clocks are put back, one has the calls of two.
create table metric_hours (
  local_hour smallint not null check (local_hour between 0 and 23),
  like metric_days
);
alter table metric_hours drop column agent_id, drop column filed_as,
  add primary key (local_day, local_hour, queue_id);

-- They come with the sums of their days.
select mark_days(array(select distinct local_day from metric_days));

-- migrate:down

drop table metric_hours;
