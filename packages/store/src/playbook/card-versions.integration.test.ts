import { type PlaybookCard, playbookCardSchema } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';
import { expect, test, vi } from 'vitest';
import { prepareAppRole } from '../database/app-role.ts';
import { closeDatabase, openDatabase } from '../database/connect.ts';
import { databaseUrl } from '../database/database-url.ts';
import { listen } from '../database/notifications.ts';
import { useStore } from '../test-support/store.ts';
import { findCard, readCards } from './card-rows.ts';
import { findCardVersion, readCardVersions } from './card-versions.ts';
import { readPlaybook, seedPlaybook } from './playbook-cards.ts';
import { type CardChange, saveCard } from './save-card.ts';

const store = useStore();
const ada = { userId: aUserId(), displayName: 'Ada Admin' };
const bo = { userId: aUserId(), displayName: 'Bo Admin' };

function card(id: string, suggestion = 'I will look into it.'): PlaybookCard {
  return playbookCardSchema.parse({
    ...{ id, title: 'A title', phrases: ['not arrived'], suggestion },
    ...{ reasoning: 'A reason', action: 'explain', confidence: 0.8, source: 'Guidance' },
  });
}

const save = (change: Omit<CardChange, 'by'> & Partial<Pick<CardChange, 'by'>>) =>
  saveCard(store.db, { by: ada, ...change });

const story = async (id: string) =>
  (await readCardVersions(store.db, id)).map(
    ({ version, why, byName }) => `${version} ${why} ${byName}`,
  );

test('each change is kept with who made it and why', async () => {
  await seedPlaybook(store.db, [card('delay')]);
  await seedPlaybook(store.db, [card('delay', 'Better words.')]);
  await save({ id: 'delay', version: 2, card: card('delay', 'Ada’s words.') });
  await save({ id: 'delay', version: 3, enabled: false, by: bo });
  await save({ id: 'delay', version: 4, enabled: true, by: bo });
  await save({ id: 'delay', version: 5, card: card('delay'), restoredVersion: 1 });
  await store.db`update playbook_cards set enabled = false`;
  expect(await story('delay')).toEqual([
    '7 switched-off null',
    '6 restored Ada Admin',
    '5 switched-on Bo Admin',
    '4 switched-off Bo Admin',
    '3 edited Ada Admin',
    '2 seeded null',
    '1 seeded null',
  ]);
  expect(await findCardVersion(store.db, 'delay', 6)).toMatchObject({
    ...{ restoredVersion: 1, card: card('delay'), enabled: true },
  });
  expect(await findCardVersion(store.db, 'delay', 8)).toBeUndefined();
});

test('what changes nothing makes no version', async () => {
  await seedPlaybook(store.db, [card('delay')]);
  await seedPlaybook(store.db, [card('delay')]);
  expect(await save({ id: 'delay', version: 1, card: card('delay'), enabled: true })).toMatchObject(
    {
      outcome: 'same',
    },
  );
  await store.db`update playbook_cards set seeded_checksum = 'x'`;
  await seedPlaybook(store.db, [card('delay')]);
  expect(await story('delay')).toEqual(['1 seeded null']);
  expect(await findCard(store.db, 'delay')).toMatchObject({ isEdited: false, isOfProject: true });
});

test('a card that the files lose and find again keeps its past', async () => {
  await seedPlaybook(store.db, [card('delay'), card('refund')]);
  await seedPlaybook(store.db, [card('refund')]);
  await seedPlaybook(store.db, [card('delay'), card('refund')]);
  expect(await story('delay')).toEqual(['3 seeded null', '2 seeded null', '1 seeded null']);
  await store.db`delete from playbook_cards where id = 'delay'`;
  await save({ id: 'delay', version: 0, card: card('delay') });
  expect(await story('delay')).toHaveLength(4);
});

test('a new card is added once, in use or not', async () => {
  const added = await save({ id: 'own', version: 0, card: card('own'), enabled: false });
  expect(added).toMatchObject({ outcome: 'saved', row: { version: 1, isOfProject: false } });
  expect(await save({ id: 'own', version: 0, card: card('own', 'Other.'), by: bo })).toMatchObject({
    ...{ outcome: 'conflict', row: { byName: 'Ada Admin', why: 'created' } },
  });
  expect((await readPlaybook(store.db)).cards).toEqual([]);
  expect(await save({ id: 'none', version: 3, enabled: true })).toEqual({ outcome: 'not-found' });
  expect(await save({ id: 'none', version: 0, enabled: true })).toEqual({ outcome: 'not-found' });
});

test('of two who change a card at once one is told of the other', async () => {
  await seedPlaybook(store.db, [card('delay')]);
  const outcomes = await bothWaiting('delay', () => [
    save({ id: 'delay', version: 1, card: card('delay', 'Ada.') }),
    save({ id: 'delay', version: 1, card: card('delay', 'Bo.'), by: bo }),
  ]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'saved']);
  const row = await findCard(store.db, 'delay');
  expect(outcomes.find(({ outcome }) => outcome === 'conflict')).toEqual({
    ...{ outcome: 'conflict', row },
  });
  expect(await story('delay')).toHaveLength(2);
});

/** Lets changes go on once all of them wait for the card. */
async function bothWaiting<T>(id: string, change: () => Promise<T>[]): Promise<T[]> {
  const changes = await store.db.begin(async (tx) => {
    await tx`select 1 from playbook_cards where id = ${id} for update`;
    const started = change();
    await expect
      .poll(
        () => store.db`
        select 1 from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`,
      )
      .toHaveLength(started.length);
    return { started };
  });
  return Promise.all(changes.started);
}

test('of two who add a card of one name at once one is told of the other', async () => {
  const outcomes = await Promise.all(
    [ada, bo].map((by) => save({ id: 'own', version: 0, card: card('own', by.displayName), by })),
  );
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'saved']);
  expect(await story('own')).toHaveLength(1);
});

test('the past cannot be changed', async () => {
  await seedPlaybook(store.db, [card('delay')]);
  for (const statement of [
    `update playbook_card_versions set why = 'edited'`,
    'delete from playbook_card_versions',
    'truncate playbook_card_versions',
  ]) {
    await expect(store.db.raw(statement)).rejects.toThrow('playbook_card_versions is append-only');
  }
});

test('the user of the web app may change cards, and not what they were', async () => {
  await seedPlaybook(store.db, [card('delay')]);
  const url = new URL(store.url);
  url.username = 'playbook_app';
  const appUrl = databaseUrl(url.href, 'secret');
  await prepareAppRole(store.url, appUrl);
  const app = openDatabase(appUrl);
  const change = { id: 'delay', version: 1, enabled: false, by: ada };
  expect(await saveCard(app, change)).toMatchObject({ outcome: 'saved' });
  expect(await story('delay')).toHaveLength(2);
  const forbidden = app.raw('update playbook_card_versions set version = 9');
  await expect(forbidden).rejects.toMatchObject({ code: '42501' });
  await closeDatabase(app);
});

test('bots are told of an edit, a switch and a restored card, once it is stored', async () => {
  await seedPlaybook(store.db, [card('delay')]);
  const told: string[] = [];
  const listening = await listen(store.db, 'playbook', (cardId) => told.push(cardId));
  await save({ id: 'delay', version: 1, card: card('delay', 'Other.') });
  await vi.waitUntil(() => told.length === 1);
  await save({ id: 'delay', version: 2, enabled: false });
  await vi.waitUntil(() => told.length === 2);
  await save({ id: 'delay', version: 3, card: card('delay'), restoredVersion: 1 });
  await vi.waitUntil(() => told.length === 3);
  await save({ id: 'own', version: 0, card: card('own') });
  await vi.waitUntil(() => told.length === 4);
  await listening.close();
  expect(told).toEqual(['delay', 'delay', 'delay', 'own']);
});

test('a card that cannot be read is listed with the others', async () => {
  await seedPlaybook(store.db, [card('delay'), card('refund')]);
  await store.db`update playbook_cards set card = card - 'suggestion' where id = 'refund'`;
  expect((await readCards(store.db)).map(({ id, version }) => [id, version])).toEqual([
    ['delay', 1],
    ['refund', 2],
  ]);
  const mended = await save({ id: 'refund', version: 2, card: card('refund') });
  expect(mended).toMatchObject({ outcome: 'saved', row: { why: 'edited', version: 3 } });
});
