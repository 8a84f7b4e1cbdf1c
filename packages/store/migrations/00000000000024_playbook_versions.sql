-- migrate:up

-- Grows with each change of the card or of whether it is in use, so that of two people who change it at
-- once the second is told.
alter table playbook_cards add column version integer not null default 1;

-- Each card as it ever was, in use or not; the newest is what stands in playbook_cards. No foreign key: a
-- card that is taken out at the database, and perhaps put in again, keeps its past.
create table playbook_card_versions (
  card_id text not null,
  version integer not null check (version >= 1),
  card jsonb not null,
  enabled boolean not null,
  why text not null check (
    why in ('seeded', 'created', 'edited', 'switched-on', 'switched-off', 'restored')
  ),
  -- Which version was brought back.
  restored_version integer check ((restored_version is null) = (why <> 'restored')),
  -- Who did it, by the name of then; null where nobody is known, as with seeding and at the database.
  by_id uuid,
  by_name text,
  at timestamptz not null default clock_timestamp(),
  primary key (card_id, version),
  check ((by_id is null) = (by_name is null))
);
create trigger playbook_card_versions_append_only before update or delete on playbook_card_versions
  for each row execute function refuse_change_of_log();
create trigger playbook_card_versions_no_truncate before truncate on playbook_card_versions
  for each statement execute function refuse_change_of_log();

-- Whoever changes a card says so in the settings of the transaction: playbook.seeding, or playbook.by_id
-- with playbook.by_name and, where an old version is brought back, playbook.restored.
create function count_playbook_version() returns trigger language plpgsql as $$
begin
  new.version := 1 + coalesce(
    (select max(version) from playbook_card_versions where card_id = new.id), 0
  );
  return new;
end
$$;
create trigger playbook_cards_counted before insert on playbook_cards
  for each row execute function count_playbook_version();
create trigger playbook_cards_counted_again before update on playbook_cards
  for each row when ((old.card, old.enabled) is distinct from (new.card, new.enabled))
  execute function count_playbook_version();

create function keep_playbook_version() returns trigger language plpgsql as $$
declare
  restored integer := nullif(current_setting('playbook.restored', true), '')::integer;
begin
  insert into playbook_card_versions (
    card_id, version, card, enabled, why, restored_version, by_id, by_name
  )
  values (
    new.id, new.version, new.card, new.enabled,
    case
      when coalesce(current_setting('playbook.seeding', true), '') <> '' then 'seeded'
      when restored is not null then 'restored'
      when tg_op = 'INSERT' then 'created'
      when old.card <> new.card then 'edited'
      when new.enabled then 'switched-on'
      else 'switched-off'
    end,
    restored,
    nullif(current_setting('playbook.by_id', true), '')::uuid,
    nullif(current_setting('playbook.by_name', true), '')
  );
  return null;
end
$$;
create trigger playbook_cards_kept after insert on playbook_cards
  for each row execute function keep_playbook_version();
create trigger playbook_cards_kept_again after update on playbook_cards
  for each row when ((old.card, old.enabled) is distinct from (new.card, new.enabled))
  execute function keep_playbook_version();

-- What stands there now is the first that is known.
insert into playbook_card_versions (card_id, version, card, enabled, why, at)
select id, version, card, enabled, case when edited_at is null then 'seeded' else 'edited' end, updated_at
from playbook_cards;

-- migrate:down

drop trigger playbook_cards_kept_again on playbook_cards;
drop trigger playbook_cards_kept on playbook_cards;
drop trigger playbook_cards_counted_again on playbook_cards;
drop trigger playbook_cards_counted on playbook_cards;
drop function keep_playbook_version();
drop function count_playbook_version();
drop table playbook_card_versions;
alter table playbook_cards drop column version;
