-- migrate:up

-- The number of an order as people say it: without what stands between letters and digits, and often
-- without the letters.
alter table orders
  add column letters_and_digits text not null
    generated always as (regexp_replace(number, '[^A-Z0-9]+', '', 'g')) stored,
  add column digits text not null
    generated always as (regexp_replace(number, '[^0-9]+', '', 'g')) stored;
drop index orders_by_beginning;
create index orders_by_letters_and_digits on orders (letters_and_digits text_pattern_ops);
create index orders_by_digits on orders (digits text_pattern_ops);

-- The few events that tell which orders a call is about.
create index call_events_naming_orders on call_events (call_id, seq) where type = 'order.mentioned';

-- migrate:down

drop index call_events_naming_orders;
create index orders_by_beginning on orders (number text_pattern_ops);
alter table orders drop column letters_and_digits, drop column digits;
