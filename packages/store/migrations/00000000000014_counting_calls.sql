-- migrate:up

-- Calls that are over are counted once and then by what is new; those that closed have such an index.
create index calls_abandoned on calls (ended_at) where status = 'abandoned';

-- migrate:down

drop index calls_abandoned;
