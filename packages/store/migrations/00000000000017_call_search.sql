-- migrate:up

-- Lists of calls that are over, newest first: of everybody, and of one agent.
create index calls_over on calls (ended_at desc, id desc) where ended_at is not null;
create index calls_over_of_agent on calls (agent_id, ended_at desc, id desc)
  where ended_at is not null;

-- The spelling in which words are looked for: lower case without accents, and without what the parser
-- of Postgres takes for a part of a word: hyphens ("A-1042" would be the number -1042), tags, and where
-- `lc_ctype` is C every sign that is not ASCII.
create function search_words(text) returns text language sql immutable strict parallel safe
  return translate(lower(
    case when octet_length($1) = char_length($1) then $1
    else regexp_replace(
      translate(public.unaccent('public.unaccent', $1), '’ʼ`´', ''''''''''),
      '[\u0080-\u00BF\u2000-\u2BFF\u2E00-\u2E7F\u3000-\u303F\uFE00-\uFE0F\uFF00-\uFF0F\U0001F000-\U0001FAFF]',
      ' ', 'g') end), '-/_<>&', '      ');

-- One row for each call that is over, made after its end and whenever its log has grown since: what
-- was said, typed and noted in it, and what lists show of its log. `words` has what the customer said
-- as A, the agent B, the chat C, notes and the customer's name D. `order_keys`: each order's letters
-- and digits, and its digits alone, as people say them.
create table call_search (
  call_id uuid primary key references calls (id) on delete cascade,
  -- The log as far as it is in here, and the configuration that made `words`.
  indexed_seq integer not null,
  language text not null,
  words tsvector not null,
  order_keys text[] not null,
  order_numbers text[] not null,
  topics text[] not null,
  sentiment_start double precision check (sentiment_start between -1 and 1),
  sentiment_end double precision check (sentiment_end between -1 and 1),
  sentiment_trend double precision[] not null
);
create index call_search_words on call_search using gin (words) with (fastupdate = off);
create index call_search_orders on call_search using gin (order_keys) with (fastupdate = off);

-- migrate:down

drop table call_search;
drop function search_words(text);
drop index calls_over_of_agent, calls_over;
