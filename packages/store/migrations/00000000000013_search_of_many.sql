-- migrate:up

-- The words of a name as in search_name, for `maria san`: each typed word begins one of them. Cut,
-- because a word that is longer than 2 KB cannot be one.
create function name_words(text) returns tsvector language sql immutable strict parallel safe
  return array_to_tsvector(string_to_array(left(btrim($1), 500), ' '));
create index customers_name_words on customers using gin (name_words(search_name))
  with (fastupdate = off);
create index customers_email_begins on customers (email collate "C");
create index customers_email_ends on customers (reverse(email) collate "C");
create index customers_phone_ends on customers (reverse(phone) collate "C");

-- Each word that a name ever had: what a misspelt one is compared with, as there are far fewer words
-- than customers. A word that no name has any more finds nobody and does no harm.
create table customer_words (word text primary key);
create function note_words_of_name() returns trigger language plpgsql as $$
begin
  insert into customer_words
    select distinct left(word, 100) from string_to_table(btrim(new.search_name), ' ') word
    where word <> '' order by 1
    on conflict do nothing;
  return null;
end
$$;
create trigger customers_words_of_name after insert or update of name on customers
  for each row execute function note_words_of_name();
insert into customer_words
  select distinct left(word, 100) from customers, string_to_table(btrim(search_name), ' ') word
  where word <> '';

-- migrate:down

drop trigger customers_words_of_name on customers;
drop function note_words_of_name();
drop table customer_words;
drop index customers_phone_ends, customers_email_ends, customers_email_begins, customers_name_words;
drop function name_words(text);
