import { cardListSchema, cardVersionsSchema, storedCardSchema } from '@agent/protocol';
import { upsertUser } from '@agent/store';
import { aUserId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCard, seedCards } from '../../test-support/cards.ts';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';

const root = 'api/admin/playbook';
const one = `${root}/[id]/route.ts`;

let harness: Harness;
let cookie: string;
let otherCookie: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.admin);
  const bo = await upsertUser(harness.services.db, {
    ...{ id: aUserId(), username: 'bo', displayName: 'Bo Admin', role: 'admin' },
    passwordHash: 'none',
  });
  otherCookie = await sessionHeader(harness, bo);
});
beforeEach(async () => {
  await harness.clear();
  await seedCards(harness, [aCard(), aCard({ id: 'delay', title: 'A parcel is late' })]);
});
afterAll(() => harness.close());

const put = (id: string, body: unknown, as = cookie) =>
  send({ file: one, method: 'PUT', params: { id }, cookie: as, body });
const restore = (id: string, body: unknown) =>
  send({ file: `${root}/[id]/restore/route.ts`, method: 'POST', params: { id }, cookie, body });

async function list(query = '') {
  const response = await send({ file: `${root}/route.ts`, method: 'GET', cookie, query });
  expect(response.status).toBe(200);
  return cardListSchema.parse(await response.json());
}
async function get(id: string) {
  const response = await send({ file: one, method: 'GET', params: { id }, cookie });
  return storedCardSchema.parse(await response.json());
}
async function versions(id: string) {
  const file = `${root}/[id]/versions/route.ts`;
  const response = await send({ file, method: 'GET', params: { id }, cookie });
  return cardVersionsSchema.parse(await response.json()).versions;
}
const records = () =>
  harness.services.db`
    select action, actor_name, subject_kind, subject_id, data from audit_log
    where action like 'card.%' order by id`;

describe('the list', () => {
  it('is by title and narrowed by words of any field, by kind and by whether a card is in use', async () => {
    await put('delay', { version: 1, enabled: false });
    expect((await list()).cards.map(({ id }) => id)).toEqual(['delay', 'refund-request']);
    const ids = async (query: string) => (await list(query)).cards.map(({ id }) => id);
    expect(await ids('?query=CALMS&enabled=on')).toEqual(['refund-request']);
    expect(await ids('?query=parcel')).toEqual(['delay']);
    expect(await ids('?query=reasoning')).toEqual([]);
    expect(await ids('?enabled=off')).toEqual(['delay']);
    expect(await ids('?kind=must-say')).toEqual([]);
    expect((await list('?kind=must-say')).total).toBe(2);
  });

  it('shows a card that cannot be read with its fault', async () => {
    await harness.services.db`
      update playbook_cards set card = card - 'suggestion' where id = 'delay'`;
    const { cards } = await list();
    expect(cards[0]).toMatchObject({ id: 'delay', title: 'A parcel is late', kind: null });
    expect(cards[0]?.fault).toMatch(/^suggestion: /);
    expect((await get('delay')).card).toMatchObject({ id: 'delay', title: 'A parcel is late' });
  });
});

describe('a change', () => {
  it('is stored with who made it, and on record with the fields it touched', async () => {
    const response = await put('delay', {
      version: 1,
      card: aCard({ id: 'delay', title: 'A parcel is late', suggestion: 'I will look.' }),
      enabled: false,
    });
    expect(response.status).toBe(200);
    expect(storedCardSchema.parse(await response.json())).toMatchObject({
      ...{ version: 2, enabled: false, isEdited: true, isOfProject: true },
      lastChange: { why: 'edited', byName: 'admin of the desk' },
    });
    const subject = { actorName: 'admin of the desk', subjectKind: 'card', subjectId: 'delay' };
    const data = { version: 2, restoredVersion: null, fields: ['suggestion'] };
    expect(await records()).toEqual([
      { action: 'card.changed', ...subject, data },
      { action: 'card.switched-off', ...subject, data },
    ]);
  });

  it('that changes nothing is neither stored nor on record', async () => {
    const response = await put('refund-request', { version: 1, card: aCard(), enabled: true });
    expect(response.status).toBe(200);
    expect((await get('refund-request')).version).toBe(1);
    expect(await records()).toEqual([]);
  });

  it('of the second of two admins is refused with who was faster', async () => {
    const changed = aCard({ suggestion: 'Yes.' });
    expect((await put('refund-request', { version: 1, card: changed }, otherCookie)).status).toBe(
      200,
    );
    const response = await put('refund-request', { version: 1, enabled: false });
    expect(response.status).toBe(409);
    const { code, message } = await errorOf(response);
    expect(code).toBe('conflict');
    expect(message).toMatch(
      /^Bo Admin changed the suggestion of this card while you had it open\./,
    );
    expect((await get('refund-request')).enabled).toBe(true);
    expect(await records()).toHaveLength(1);
  });

  it('adds a card under an id that is free', async () => {
    const card = aCard({ id: 'my-own' });
    expect((await put('my-own', { version: 0, card, enabled: false })).status).toBe(200);
    expect(await get('my-own')).toMatchObject({ version: 1, isOfProject: false, enabled: false });
    const again = await put('my-own', { version: 0, card }, otherCookie);
    expect(again.status).toBe(409);
    expect((await errorOf(again)).message).toMatch(/^admin of the desk has a card with this id/);
    expect((await records()).map(({ action }) => action)).toEqual(['card.created']);
    expect((await put('nothing', { version: 1, enabled: true })).status).toBe(404);
  });

  const long = 'x'.repeat(10_000);
  it.each([
    ['no change', { version: 1 }, 'body'],
    ['a new card without words', { version: 0, enabled: true }, 'card'],
    ['another id', { version: 1, card: aCard({ id: 'delay' }) }, 'card.id'],
    ['an unknown field', { version: 1, card: { ...aCard(), importnat: true } }, 'card'],
    ['a phrase too long', { version: 1, card: { ...aCard(), phrases: [long] } }, 'card.phrases.0'],
    ['a text too long', { version: 1, card: { ...aCard(), reasoning: long } }, 'card.reasoning'],
    [
      'too many phrases',
      { version: 1, card: { ...aCard(), phrases: Array(61).fill('ab') } },
      'card.phrases',
    ],
    ['no such group', { version: 1, card: aCard({ phrases: ['a <refnd>'] }) }, 'card.phrases.0'],
    ['a bracket', { version: 1, card: aCard({ when: { said: ['a (b'] } }) }, 'card.when.said.0'],
    ['NUL', { version: 1, card: { ...aCard(), source: 'a\u0000b' } }, 'card.source'],
    ['half a character', { version: 1, card: { ...aCard(), source: 'a\ud800' } }, 'card.source'],
    ['a version that is none', { version: -1, enabled: true }, 'version'],
  ])('is refused with %s', async (_what, body, field) => {
    const response = await put('refund-request', body);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).fields).toHaveProperty([field]);
    expect((await get('refund-request')).version).toBe(1);
  });

  it('does not take an id that our addresses use', async () => {
    const response = await put('try', { version: 0, card: aCard({ id: 'try' }) });
    expect(response.status).toBe(400);
    for (const id of ['Not-An-Id', 'a'.repeat(61), '../users', "' or 1=1 --"]) {
      expect((await put(id, { version: 1, enabled: true })).status).toBe(404);
    }
  });

  it('is stored with its record or not at all', async () => {
    const { db } = harness.services;
    await db`alter table audit_log add constraint no_cards check (action not like 'card.%')`;
    try {
      expect((await put('delay', { version: 1, enabled: false })).status).toBe(500);
      expect(await get('delay')).toMatchObject({ version: 1, enabled: true });
    } finally {
      await db`alter table audit_log drop constraint no_cards`;
    }
  });
});

describe('an old version', () => {
  const edited = aCard({ suggestion: 'No.' });

  it('is brought back as a new one, and a card that is off stays off', async () => {
    await put('refund-request', { version: 1, card: edited, enabled: false });
    const response = await restore('refund-request', { version: 2, restore: 1 });
    expect(response.status).toBe(200);
    expect(await get('refund-request')).toMatchObject({
      card: aCard(),
      enabled: false,
      version: 3,
    });
    expect(await versions('refund-request')).toMatchObject([
      { version: 3, why: 'restored', restoredVersion: 1, byName: 'admin of the desk' },
      { version: 2, why: 'edited', card: { suggestion: 'No.' } },
      { version: 1, why: 'seeded', byName: null },
    ]);
    expect((await records()).at(-1)).toMatchObject({
      ...{
        action: 'card.restored',
        data: { version: 3, restoredVersion: 1, fields: ['suggestion'] },
      },
    });
  });

  it('that does not fit the format any more is refused in words', async () => {
    await harness.services.db`update playbook_cards set card = card - 'title' where id = 'delay'`;
    await put('delay', { version: 2, card: aCard({ id: 'delay' }) });
    const response = await restore('delay', { version: 3, restore: 2 });
    expect(response.status).toBe(409);
    expect((await errorOf(response)).message).toMatch(
      /^Version 2 does not fit the format.*title: /,
    );
    await harness.services.db`
      update playbook_cards set card = jsonb_set(card, '{phrases}', '["a <gone>"]') where id = 'delay'`;
    const again = await restore('delay', { version: 4, restore: 4 });
    expect((await errorOf(again)).message).toMatch(/phrases\.0: There is no word group <gone>\./);
    expect((await get('delay')).version).toBe(4);
  });

  it('is refused when it never was, or the card has changed meanwhile', async () => {
    expect((await restore('delay', { version: 1, restore: 2 })).status).toBe(404);
    expect((await restore('nothing', { version: 1, restore: 1 })).status).toBe(404);
    await put('delay', { version: 1, enabled: false }, otherCookie);
    const response = await restore('delay', { version: 1, restore: 1 });
    expect(response.status).toBe(409);
    expect((await errorOf(response)).message).toMatch(/^Bo Admin switched this card off while/);
  });
});
