import { type PlaybookCard, playbookCardSchema } from '@agent/protocol';
import { expect, test, vi } from 'vitest';
import { listen } from '../database/notifications.ts';
import { useStore } from '../test-support/store.ts';
import { readPlaybook, seedPlaybook } from './playbook-cards.ts';

const store = useStore();

function card(id: string, suggestion = 'I will look into it.'): PlaybookCard {
  return playbookCardSchema.parse({
    id,
    title: 'A title',
    phrases: ['not arrived'],
    suggestion,
    reasoning: 'A reason',
    action: 'explain',
    confidence: 0.8,
    source: 'Guidance',
  });
}

test('cards are read as they were seeded, by id', async () => {
  const cards = [card('refund'), card('delay')];
  expect(await seedPlaybook(store.db, cards)).toEqual({ written: 2, disabled: 0 });
  expect(await readPlaybook(store.db)).toEqual({
    cards: [card('delay'), card('refund')],
    unreadable: [],
  });
});

test('seeding again writes what has changed only', async () => {
  await seedPlaybook(store.db, [card('delay'), card('refund')]);
  const again = [card('delay'), card('refund', 'You get your money back.')];
  expect(await seedPlaybook(store.db, again)).toEqual({ written: 1, disabled: 0 });
  expect((await readPlaybook(store.db)).cards).toEqual(again);
  expect(await seedPlaybook(store.db, again)).toEqual({ written: 0, disabled: 0 });
});

test('a card that the files no longer have is switched off, and on again when it is back', async () => {
  await seedPlaybook(store.db, [card('delay'), card('refund')]);
  expect(await seedPlaybook(store.db, [card('delay')])).toEqual({ written: 0, disabled: 1 });
  expect((await readPlaybook(store.db)).cards).toEqual([card('delay')]);
  expect(await seedPlaybook(store.db, [card('delay'), card('refund')])).toMatchObject({
    written: 1,
  });
  expect((await readPlaybook(store.db)).cards).toHaveLength(2);
});

test('what a person wrote or edited outlives seeding', async () => {
  await seedPlaybook(store.db, [card('delay'), card('refund')]);
  const edited = card('delay', 'Edited words.');
  await store.db`
    update playbook_cards set card = ${JSON.stringify(edited)} where id = 'delay'`;
  await store.db`update playbook_cards set enabled = false where id = 'refund'`;
  await store.db`
    insert into playbook_cards (id, card) values ('own', ${JSON.stringify(card('own'))})`;
  const changed = [card('delay', 'New words.'), card('refund', 'New words.')];
  expect(await seedPlaybook(store.db, changed)).toEqual({ written: 0, disabled: 0 });
  expect((await readPlaybook(store.db)).cards).toEqual([edited, card('own')]);
});

test('an edited card can be given back to the files', async () => {
  await seedPlaybook(store.db, [card('delay'), card('refund')]);
  await store.db`
    update playbook_cards set card = ${JSON.stringify(card('delay', 'Edited.'))} where id = 'delay'`;
  await store.db`update playbook_cards set enabled = false where id = 'refund'`;
  await store.db`update playbook_cards set edited_at = null`;
  expect(await seedPlaybook(store.db, [card('delay'), card('refund')])).toMatchObject({
    written: 2,
  });
  expect((await readPlaybook(store.db)).cards).toEqual([card('delay'), card('refund')]);
});

test('a card that cannot be read does not take the others away', async () => {
  await seedPlaybook(store.db, [card('delay'), card('refund')]);
  await store.db`
    update playbook_cards set card = card - 'suggestion' where id = 'refund'`;
  const { cards, unreadable } = await readPlaybook(store.db);
  expect(cards).toEqual([card('delay')]);
  expect(unreadable).toEqual([{ cardId: 'refund', fault: expect.stringContaining('suggestion') }]);
});

test('a changed card is told, an unchanged one is not', async () => {
  await seedPlaybook(store.db, [card('delay'), card('refund')]);
  const told: string[] = [];
  const listening = await listen(store.db, 'playbook', (cardId) => told.push(cardId));
  await seedPlaybook(store.db, [card('delay'), card('refund', 'Other words.')]);
  await vi.waitUntil(() => told.length > 0);
  await listening.close();
  expect(told).toEqual(['refund']);
});
