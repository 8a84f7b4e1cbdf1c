-- migrate:up

-- Lines of the drafted wrap-up as the agent left them when it was saved last; null until then.
-- Quotes of what was said: goes where the text of the call goes.
alter table calls add column wrap_up_draft jsonb
  check (wrap_up_draft is null or jsonb_typeof(wrap_up_draft) = 'array');

-- migrate:down

alter table calls drop column wrap_up_draft;
