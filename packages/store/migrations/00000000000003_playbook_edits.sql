-- migrate:up

-- Whoever changes a card other than by seeding has edited it, however they got to the table.
create function note_playbook_edit() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('playbook.seeding', true), '') = '' then
    new.edited_at := clock_timestamp();
    new.updated_at := new.edited_at;
  end if;
  return new;
end
$$;
create trigger playbook_cards_edited before insert or update of card, enabled on playbook_cards
  for each row execute function note_playbook_edit();

-- migrate:down

drop trigger playbook_cards_edited on playbook_cards;
drop function note_playbook_edit();
