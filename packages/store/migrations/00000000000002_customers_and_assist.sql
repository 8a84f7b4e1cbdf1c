-- migrate:up

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists fuzzystrmatch with schema public;

-- The spelling in which names are compared: lower case without accents and apostrophes, words after
-- one space each, the first one too, so that '% word%' finds beginnings of words.
create function search_text(text) returns text language sql immutable strict parallel safe
  return ' ' || btrim(regexp_replace(
    translate(lower(public.unaccent('public.unaccent', $1)), '''’ʼ`', ''), '[-.,_/\s]+', ' ', 'g'));

create function sorted_letters(text) returns text language sql immutable parallel safe
  return (select string_agg(letter, '' order by letter) from string_to_table($1, null) letter);

-- Whether a word was probably meant to be another: one letter wrong, missing or too many, two in longer
-- words, or two letters that changed places. Neither strict nor with a query inside, so that it is
-- inlined: otherwise it takes 20 times as long.
create function is_slip(typed text, meant text) returns boolean
language sql immutable parallel safe
  return case
    when length(typed) < 4 then typed = meant
    else case public.levenshtein_less_equal(left(typed, 100), left(meant, 100), 2)
      when 0 then true
      when 1 then true
      when 2 then length(typed) > 5 or sorted_letters(typed) = sorted_letters(meant)
      else false end
    end;

create table customers (
  id text primary key default gen_random_uuid()::text check (length(id) between 1 and 64),
  name text not null check (name = btrim(name) and name <> ''),
  email text unique check (email = lower(email) and email like '%_@_%'),
  phone text unique check (phone ~ '^\+[1-9][0-9]{5,14}$'),
  status text not null default 'active'
    check (status in ('active', 'past-due', 'paused', 'closed')),
  lifetime_value_cents bigint not null default 0,
  currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
  customer_since timestamptz not null default clock_timestamp(),
  search_name text not null generated always as (search_text(name)) stored,
  email_local text generated always as (split_part(email, '@', 1)) stored
);
create index customers_search on customers using gin (
  search_name gin_trgm_ops, email gin_trgm_ops, email_local gin_trgm_ops, phone gin_trgm_ops
) with (fastupdate = off);

create table orders (
  number text primary key check (number ~ '^[A-Z0-9-]{3,20}$'),
  customer_id text not null references customers (id) on delete cascade,
  status text not null check (status in
    ('processing', 'shipped', 'delayed', 'delivered', 'returned', 'refunded', 'cancelled')),
  summary text not null,
  total_cents bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  placed_at timestamptz not null,
  expected_at timestamptz
);
create index orders_of_customer on orders (customer_id, placed_at desc);
create index orders_by_beginning on orders (number text_pattern_ops);

create table tickets (
  number text primary key check (number <> ''),
  customer_id text not null references customers (id) on delete cascade,
  subject text not null,
  status text not null check (status in ('open', 'pending', 'closed')),
  opened_at timestamptz not null,
  order_number text references orders (number) on delete set null
);
create index tickets_of_customer on tickets (customer_id, opened_at desc);
create index tickets_of_order on tickets (order_number) where order_number is not null;

-- Tells whose record has changed. The argument names the column with the customer's id.
create function notify_customer() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform pg_notify('customer', to_jsonb(old) ->> tg_argv[0])
      where to_jsonb(old) ->> tg_argv[0] is not null;
  end if;
  if tg_op <> 'DELETE' then
    perform pg_notify('customer', to_jsonb(new) ->> tg_argv[0])
      where to_jsonb(new) ->> tg_argv[0] is not null;
  end if;
  return null;
end
$$;
create trigger customers_changed after insert or update or delete on customers
  for each row execute function notify_customer('id');
create trigger orders_changed after insert or update or delete on orders
  for each row execute function notify_customer('customer_id');
create trigger tickets_changed after insert or update or delete on tickets
  for each row execute function notify_customer('customer_id');

-- Whose record belongs to the call. No foreign key: the customer may be known to a CRM only.
alter table calls
  add column customer_id text check (length(customer_id) between 1 and 64),
  add column customer_linked_by text check (customer_linked_by in ('match', 'agent')),
  add constraint calls_customer_is_linked
    check (customer_id is null or customer_linked_by is not null),
  add constraint calls_match_names_a_customer
    check (customer_linked_by <> 'match' or customer_id is not null);
create index calls_over_of_customer on calls (customer_id, ended_at desc)
  where customer_id is not null and ended_at is not null;
create trigger calls_over_changed after update of status on calls
  for each row when (new.ended_at is not null and old.status is distinct from new.status)
  execute function notify_customer('customer_id');

alter table users add column suggestion_density text not null default 'all'
  check (suggestion_density in ('all', 'important', 'none'));

-- `seeded_checksum`: of the card as the project's files had it last; null when only people wrote it.
-- `edited_at`: a person has changed it since, so seeding leaves it alone.
create table playbook_cards (
  id text primary key,
  card jsonb not null check (card ->> 'id' = id),
  enabled boolean not null default true,
  seeded_checksum text,
  edited_at timestamptz,
  updated_at timestamptz not null default clock_timestamp(),
  check (seeded_checksum is not null or edited_at is not null)
);
create function notify_playbook() returns trigger language plpgsql as $$
begin
  perform pg_notify('playbook', coalesce(new.id, old.id));
  return null;
end
$$;
create trigger playbook_cards_changed after insert or update or delete on playbook_cards
  for each row execute function notify_playbook();

-- migrate:down

drop table playbook_cards;
drop function notify_playbook();
alter table users drop column suggestion_density;
drop trigger calls_over_changed on calls;
alter table calls drop column customer_id, drop column customer_linked_by;
drop table tickets;
drop table orders;
drop table customers;
drop function notify_customer();
drop function is_slip(text, text);
drop function sorted_letters(text);
drop function search_text(text);
drop extension fuzzystrmatch;
drop extension unaccent;
drop extension pg_trgm;
