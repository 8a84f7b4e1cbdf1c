import { adminQueueSchema, adminQueuesSchema } from '@agent/protocol';
import { type User, upsertUser } from '@agent/store';
import { aUserId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';

const file = 'api/admin/queues/route.ts';
const one = 'api/admin/queues/[id]/route.ts';

const wanted = {
  ...{ name: 'Returns', language: 'en', terms: [], target: { percent: 80, seconds: 20 } },
  ...{ recorded: true, recordingNotice: '', listeningTold: false, cardIds: null },
  outcomes: [{ id: null, label: 'Resolved', resolves: true }],
  ...{ outcomeRequired: true, memberIds: [] as string[] },
};

const resolved = { id: null as string | null, label: 'Resolved', resolves: true };
function numbered(count: number) {
  return Array.from({ length: count }, (_, n) => ({ ...resolved, label: `Outcome ${n}` }));
}

let harness: Harness;
let otherAdmin: User;
beforeAll(async () => {
  harness = await startHarness();
  otherAdmin = await upsertUser(harness.services.db, {
    ...{ id: aUserId(), username: 'bo', displayName: 'Bo', role: 'admin', passwordHash: 'none' },
  });
});
beforeEach(async () => {
  await harness.clear();
});
afterAll(() => harness.close());

async function as(user: User, request: Omit<Parameters<typeof send>[0], 'cookie'>) {
  return send({ ...request, cookie: await sessionHeader(harness, user) });
}
const add = (queue: object, user = harness.people.admin) =>
  as(user, { file, method: 'POST', body: { ...wanted, ...queue } });
const patch = (id: string, body: object, user = harness.people.admin) =>
  as(user, { file: one, method: 'PATCH', params: { id }, body });
const remove = (id: string, version: number | string, user = harness.people.admin) =>
  as(user, { file: one, method: 'DELETE', params: { id }, query: `?version=${version}` });
const queueOf = async (response: Response) => adminQueueSchema.parse(await response.json());
const list = async () => {
  const response = await as(harness.people.admin, { file, method: 'GET' });
  return adminQueuesSchema.parse(await response.json());
};
const records = () => harness.services.db`
  select action, actor_name, subject_id, data from audit_log where subject_kind = 'queue' order by id`;

describe('queues', () => {
  it('are added, changed and removed, each on record in the same transaction', async () => {
    const { owner, admin } = harness.people;
    const added = await add({ memberIds: [owner.id] });
    expect(added.status).toBe(201);
    const queue = await queueOf(added);
    expect(queue).toMatchObject({
      id: 'returns',
      version: 1,
      agents: 1,
      changedBy: admin.displayName,
    });
    const changed = await patch(queue.id, {
      ...{ version: 1, name: 'Claims', removeMembers: [owner.id] },
    });
    expect(await queueOf(changed)).toMatchObject({ id: 'returns', name: 'Claims', version: 2 });
    expect((await list()).queues.map(({ name }) => name)).toEqual(['Claims', 'Main']);
    expect((await remove(queue.id, 2)).status).toBe(204);
    expect((await remove(queue.id, 3)).status).toBe(404);
    const about = { actorName: admin.displayName, subjectId: 'returns' };
    expect(await records()).toEqual([
      { ...about, action: 'queue.created', data: { name: 'Returns', listeningTold: false } },
      {
        ...about,
        action: 'queue.changed',
        data: {
          ...{ version: 2, changed: ['name', 'members'] },
          ...{ addedMembers: [], removedMembers: [owner.id] },
        },
      },
      { ...about, action: 'queue.removed', data: { name: 'Claims', members: [] } },
    ]);
  });

  it('keep on record from when on agents were told that somebody listens', async () => {
    const { id } = await queueOf(await add({ name: 'Returns' }));
    await patch(id, { version: 1, listeningTold: true });
    await patch(id, { version: 2, name: 'Claims', listeningTold: true });
    expect((await records()).map(({ data }) => data)).toMatchObject([
      { listeningTold: false },
      { changed: ['listeningTold'], listeningTold: true },
      { version: 3, changed: ['name'] },
    ]);
    expect((await records()).at(-1)?.data).not.toHaveProperty('listeningTold');
  });

  it('tell the second of two admins what the first has changed', async () => {
    const { id } = await queueOf(await add({ name: 'Twice' }));
    const language = { version: 1, language: 'de', terms: ['Bahn'] };
    expect((await patch(id, language, otherAdmin)).status).toBe(200);
    const late = await patch(id, { version: 1, name: 'Two', language: 'fr' });
    expect(late.status).toBe(409);
    const { code, message, fields } = await errorOf(late);
    expect(code).toBe('conflict');
    expect(message).toBe(
      'Bo changed the language and the words of the trade meanwhile. Nothing of yours is saved yet.',
    );
    expect(fields).toEqual({ language: 'Changed by Bo.', terms: 'Changed by Bo.' });
    expect((await remove(id, 1)).status).toBe(409);
    expect(await records()).toHaveLength(2);
  });

  it('with the same name as another are refused, at the field', async () => {
    const response = await add({ name: ' MAIN ' });
    expect(response.status).toBe(409);
    expect(await errorOf(response)).toMatchObject({
      fields: { name: 'Another queue is called so. Choose another name.' },
    });
    expect(await records()).toEqual([]);
  });

  it('that are all a supervisor looks after stay, as without any it would be all', async () => {
    const { id } = await queueOf(await add({ name: 'Returns' }));
    const supervisor = harness.people.supervisor.id;
    await harness.services.db`
      insert into queue_supervisors (user_id, queue_id) values (${supervisor}, ${id})`;
    const refused = await remove(id, 1);
    expect(refused.status).toBe(409);
    expect((await errorOf(refused)).message).toMatch(
      /^supervisor.* looks after no other queue\. Choose another one for them first\.$/,
    );
    await harness.services.db`delete from queue_supervisors`;
    expect((await remove(id, 1)).status).toBe(204);
  });

  it('in use, or the only one, stay', async () => {
    expect(await errorOf(await remove('main', 1))).toMatchObject({
      message: 'This is the only queue. Add another before you remove it.',
    });
    await callInState(harness, 'active');
    expect(await errorOf(await remove('main', 1))).toMatchObject({
      message: '1 call is waiting or going on in this queue. Remove it once that is over.',
    });
    expect(await records()).toEqual([]);
  });

  it('have only cards of the playbook, and all of them when none is chosen', async () => {
    await harness.services.db`insert into playbook_cards (id, card) values ('late', '{}')`;
    const { id } = await queueOf(await add({ name: 'Cards', cardIds: ['late'] }));
    const refused = await patch(id, { version: 1, cardIds: ['late', 'made-up'] });
    expect(refused.status).toBe(400);
    expect((await errorOf(refused)).fields).toHaveProperty('cardIds');
    expect(await queueOf(await patch(id, { version: 1, cardIds: null }))).toMatchObject({
      cardIds: null,
    });
  });

  it.each([
    ['no name', { name: ' ‏ ' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(61) }, 'name'],
    ['10,000 characters in one term', { terms: ['ok', 'x'.repeat(10_000)] }, 'terms.1'],
    ['a term of 61', { terms: ['x'.repeat(61)] }, 'terms.0'],
    ['201 terms', { terms: Array.from({ length: 201 }, (_, n) => `t${n}`) }, 'terms'],
    ['a language that nobody speaks', { language: 'xx' }, 'language'],
    ['31 outcomes', { outcomes: numbered(31) }, 'outcomes'],
    ['no outcome', { outcomes: [] }, 'outcomes'],
    ['no outcome that resolves', { outcomes: [{ ...resolved, resolves: false }] }, 'outcomes'],
    [
      'two outcomes that read the same',
      { outcomes: [resolved, { ...resolved, label: 'RESOLVED' }] },
      'outcomes.1.label',
    ],
    [
      'one outcome twice',
      {
        outcomes: [
          { ...resolved, id: 'a' },
          { ...resolved, id: 'a', label: 'B' },
        ],
      },
      'outcomes.1.id',
    ],
    ['a target of nothing', { target: { percent: 0, seconds: 20 } }, 'target.percent'],
    ['words of consent without end', { recordingNotice: 'x'.repeat(2_001) }, 'recordingNotice'],
    ['somebody who is no id', { memberIds: ['ann'] }, 'memberIds.0'],
  ])('with %s are refused, with the field', async (_what, queue, field) => {
    const response = await add(queue);
    expect(response.status).toBe(400);
    expect(Object.keys((await errorOf(response)).fields ?? {})).toContain(field);
  });

  it('are none of anybody else’s, whatever is in the path or the query', async () => {
    expect((await patch('Main', { version: 1 })).status).toBe(404);
    expect((await patch('x'.repeat(5_000), { version: 1 })).status).toBe(404);
    for (const version of ['', '0', 'x', '1.5']) {
      expect((await remove('main', version)).status, version).toBe(400);
    }
    expect((await patch('main', { name: 'Mine' })).status).toBe(400);
  });
});
