-- migrate:up

-- Remarks about moments of calls that are over. They belong to people, not to the log: who wrote one may
-- take it back.
create table session_comments (
  call_id uuid not null references calls (id) on delete cascade,
  -- Made by the browser.
  comment_id uuid not null,
  -- Milliseconds since the call was answered.
  at_ms bigint not null check (at_ms >= 0),
  text text not null check (text <> '' and length(text) <= 2000),
  author_id uuid references users (id) on delete set null,
  -- As it was then.
  author_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (call_id, comment_id)
);
create index session_comments_by_moment on session_comments (call_id, at_ms, at);

-- migrate:down

drop table session_comments;
