-- migrate:up

-- Whose calls they are, as they are looked for when somebody wants to be erased.
create index calls_by_email on calls (lower(contact)) where contact_kind = 'email';
create index calls_by_phone on calls (contact) where contact_kind = 'phone';

-- migrate:down

drop index calls_by_phone;
drop index calls_by_email;
