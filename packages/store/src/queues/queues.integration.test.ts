import { type CallId, type QueueId, queueIdSchema, type UserId } from '@agent/protocol';
import { aQueueId } from '@agent/testing/ids';
import { describe, expect, test } from 'vitest';
import { recordAudit } from '../accounts/audit.ts';
import { abandonCall } from '../calls/call-endings.ts';
import { listen } from '../database/notifications.ts';
import { aQueue, newQueue } from '../test-support/queues.ts';
import { newAgent, newCall, useStore } from '../test-support/store.ts';
import { addQueue } from './add-queue.ts';
import { readAdminQueue, readAdminQueues } from './admin-queues.ts';
import { changeQueue } from './change-queue.ts';
import { latestQueueChanges } from './latest-changes.ts';
import { readQueueAgents, readQueueCards } from './queue-choices.ts';
import { removeQueue } from './remove-queue.ts';

const store = useStore();
const mainQueue = aQueueId();

const outcomesOf = async (queueId: QueueId) =>
  (await readAdminQueue(store.db, queueId))?.outcomes.map(({ id, label }) => [id, label]);

/** A call that waits in a queue. */
async function callIn(queueId: QueueId): Promise<CallId> {
  return (await newCall(store.db, { queueId })).id;
}

describe('a new queue', () => {
  test('has all that was given, and who takes its calls', async () => {
    const [one, other] = [await newAgent(store.db, 'ann'), await newAgent(store.db, 'bob')];
    await store.db`update users set disabled = true where id = ${other}`;
    const queueId = await newQueue(store.db, {
      ...{ name: 'Rücksendungen 🛟', language: 'de', terms: ['Kärcher', 'K7'] },
      ...{ target: { percent: 90, seconds: 10 }, recorded: false, recordingNotice: 'Dürfen wir?' },
      ...{ listeningTold: true, cardIds: ['a', 'b'], outcomeRequired: false },
      memberIds: [one, other],
    });
    expect(queueId).toBe('rucksendungen');
    expect(await readAdminQueue(store.db, queueId)).toMatchObject({
      ...{ name: 'Rücksendungen 🛟', language: 'de', terms: ['Kärcher', 'K7'] },
      ...{ target: { percent: 90, seconds: 10 }, recorded: false, recordingNotice: 'Dürfen wir?' },
      ...{ listeningTold: true, cardIds: ['a', 'b'], outcomeRequired: false },
      outcomes: [
        { id: 'resolved', label: 'Resolved', resolves: true },
        { id: 'other', label: 'Other', resolves: false },
      ],
      ...{ version: 1, agents: 1, openCalls: 0, memberIds: [one, other], changedBy: null },
    });
    const queues = await readAdminQueues(store.db);
    expect(queues.map(({ id }) => id)).toEqual(['main', 'rucksendungen']);
  });

  test('is called like no other open one, in any case of letters, but may be like one removed', async () => {
    const first = await newQueue(store.db, { name: 'Returns' });
    expect(await addQueue(store.db, aQueue({ name: 'RETURNS' }))).toEqual({
      outcome: 'name-taken',
    });
    expect(await removeQueue(store.db, first, 1)).toMatchObject({ outcome: 'removed' });
    expect(await newQueue(store.db, { name: 'Returns' })).toBe('returns-2');
  });

  test('is there once when two admins add it at once', async () => {
    const both = await Promise.all([1, 2, 3].map(() => addQueue(store.db, aQueue())));
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual([
      'added',
      'name-taken',
      'name-taken',
    ]);
  });

  test('has an id of letters whatever it is called', async () => {
    expect(await newQueue(store.db, { name: 'الدعم' })).toBe('queue');
    expect(await newQueue(store.db, { name: '🛟' })).toBe('queue-2');
  });

  test('has nobody in it who is no agent', async () => {
    const agent = await newAgent(store.db);
    await store.db`update users set role = 'supervisor' where id = ${agent}`;
    const queueId = await newQueue(store.db, { memberIds: [agent] });
    expect(await readAdminQueue(store.db, queueId)).toMatchObject({ memberIds: [], agents: 0 });
  });

  test('is one too many when there are a hundred', async () => {
    await store.db`
      insert into queues (id, name) select 'q' || n, 'Queue ' || n from generate_series(1, 99) n`;
    expect(await addQueue(store.db, aQueue())).toEqual({ outcome: 'too-many' });
  });
});

describe('a change', () => {
  test('rewrites what is given, leaves the rest, and tells which parts differ', async () => {
    const changed = await changeQueue(store.db, mainQueue, {
      ...{ version: 1, name: 'Everything', terms: ['Zipcar'], language: 'en' },
    });
    expect(changed).toEqual({
      outcome: 'changed',
      difference: {
        version: 2,
        ...{ fields: ['name', 'terms'], addedMembers: [], removedMembers: [] },
      },
    });
    expect(await readAdminQueue(store.db, mainQueue)).toMatchObject({
      ...{ id: 'main', name: 'Everything', terms: ['Zipcar'], version: 2, recorded: true },
    });
  });

  test('of two made from the same version the second is stale, unless both want the same', async () => {
    const change = (name: string) => changeQueue(store.db, mainQueue, { version: 1, name });
    const outcomes = await Promise.all([change('One'), change('Two')]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'stale']);
    const now = (await readAdminQueue(store.db, mainQueue))?.name ?? '';
    expect(await change(now)).toEqual({ outcome: 'same' });
    expect(await readAdminQueue(store.db, mainQueue)).toMatchObject({ version: 2 });
  });

  test('cannot take the name of another, and may change the case of its own', async () => {
    await newQueue(store.db, { name: 'Returns' });
    const change = (name: string) => changeQueue(store.db, mainQueue, { version: 1, name });
    expect(await change('returns')).toEqual({ outcome: 'name-taken' });
    expect(await change('MAIN')).toMatchObject({ outcome: 'changed' });
  });

  test('of agents is of each alone: two admins at once lose nothing', async () => {
    const [ann, bob, cat] = [
      await newAgent(store.db, 'ann'),
      await newAgent(store.db, 'bob'),
      await newAgent(store.db, 'cat'),
    ];
    const queueId = await newQueue(store.db, { memberIds: [ann] });
    const outcomes = await Promise.all([
      changeQueue(store.db, queueId, { version: 1, addMembers: [bob], removeMembers: [ann] }),
      changeQueue(store.db, queueId, { version: 1, addMembers: [cat] }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['changed', 'changed']);
    expect(await readAdminQueue(store.db, queueId)).toMatchObject({
      ...{ version: 1, memberIds: [bob, cat], agents: 2 },
    });
  });

  test('keeps ids of outcomes, takes others away for good calls of before, and brings them back', async () => {
    const change = (version: number, labels: [string | null, string][]) =>
      changeQueue(store.db, mainQueue, {
        version,
        outcomes: labels.map(([id, label]) => ({ id, label, resolves: id === 'resolved' })),
      });
    const fixed: [string, string] = ['resolved', 'Fixed'];
    await change(1, [[null, 'Wrong number'], fixed]);
    expect(await outcomesOf(mainQueue)).toEqual([['wrong-number', 'Wrong number'], fixed]);
    const stored = await store.db`
      select id, removed_at is null as open from queue_outcomes where queue_id = 'main' order by id`;
    expect(stored).toEqual([
      { id: 'escalated', open: false },
      { id: 'follow-up', open: false },
      { id: 'other', open: false },
      { id: 'resolved', open: true },
      { id: 'wrong-number', open: true },
    ]);
    await change(2, [fixed, [null, 'other'], [null, 'Resolved']]);
    expect(await outcomesOf(mainQueue)).toEqual([
      fixed,
      ['other', 'other'],
      ['resolved-2', 'Resolved'],
    ]);
  });

  test('of a queue that is not there, or not any more, finds none', async () => {
    const gone = await newQueue(store.db);
    await removeQueue(store.db, gone, 1);
    for (const queueId of [gone, queueIdSchema.parse('never')]) {
      const change = { version: 2, name: 'Back' };
      expect(await changeQueue(store.db, queueId, change)).toEqual({ outcome: 'not-found' });
    }
  });

  test('is heard of by who listens, and only when there was one', async () => {
    const heard: string[] = [];
    const listening = await listen(store.db, 'queue', (queueId) => heard.push(queueId));
    await changeQueue(store.db, mainQueue, { version: 1, name: 'Main' });
    await changeQueue(store.db, mainQueue, { version: 1, name: 'Other' });
    const queueId = await newQueue(store.db);
    await removeQueue(store.db, queueId, 1);
    await expect.poll(() => heard).toEqual(['main', queueId, queueId]);
    await listening.close();
  });

  test('is found on record, with who made it, by those whose own is stale', async () => {
    const subject = { kind: 'queue', id: 'main' } as const;
    const note = (displayName: string, version: number, changed: string[]) =>
      recordAudit(store.db, {
        ...{ action: 'queue.changed', subject, address: null, data: { version, changed } },
        actor: { userId: crypto.randomUUID() as never, displayName },
      });
    await note('Ada', 2, ['name']);
    await note('Bo', 3, ['terms', 'members']);
    expect(await latestQueueChanges(store.db, mainQueue, 1)).toEqual([
      { by: 'Bo', changed: ['terms', 'members'] },
      { by: 'Ada', changed: ['name'] },
    ]);
    expect(await latestQueueChanges(store.db, mainQueue, 2)).toHaveLength(1);
    expect(await readAdminQueue(store.db, mainQueue)).toMatchObject({ changedBy: 'Bo' });
  });
});

describe('removing', () => {
  test('takes the queue from its agents; calls of before keep it', async () => {
    const agent = await newAgent(store.db);
    const queueId = await newQueue(store.db, { memberIds: [agent] });
    const callId = await callIn(queueId);
    await abandonCall(store.db, callId, 'customer-left');
    expect(await removeQueue(store.db, queueId, 1)).toEqual({
      ...{ outcome: 'removed', name: 'Returns', members: [agent] },
    });
    expect(await store.db`select 1 from agent_queues where queue_id = ${queueId}`).toEqual([]);
    expect(await store.db`select queue_id from calls`).toEqual([{ queueId }]);
    expect(await removeQueue(store.db, queueId, 2)).toEqual({ outcome: 'not-found' });
  });

  test('is refused while calls wait or go on, with their number', async () => {
    const queueId = await newQueue(store.db);
    const first = await callIn(queueId);
    await callIn(queueId);
    expect(await readAdminQueue(store.db, queueId)).toMatchObject({ openCalls: 2 });
    expect(await removeQueue(store.db, queueId, 1)).toEqual({ outcome: 'in-use', calls: 2 });
    await abandonCall(store.db, first, 'customer-left');
    expect(await removeQueue(store.db, queueId, 1)).toEqual({ outcome: 'in-use', calls: 1 });
  });

  test('of what somebody has changed meanwhile is refused', async () => {
    const queueId = await newQueue(store.db);
    await changeQueue(store.db, queueId, { version: 1, name: 'Claims' });
    expect(await removeQueue(store.db, queueId, 1)).toEqual({ outcome: 'stale' });
  });

  test('does not let its supervisors look after more than before', async () => {
    const [sam, kim] = [await newAgent(store.db, 'Sam'), await newAgent(store.db, 'Kim')];
    await store.db`update users set role = 'supervisor'`;
    const [other, queueId] = [
      await newQueue(store.db, { name: 'Other' }),
      await newQueue(store.db),
    ];
    const lookAfter = (userId: UserId, id: QueueId) =>
      store.db`insert into queue_supervisors (user_id, queue_id) values (${userId}, ${id})`;
    for (const userId of [sam, kim]) await lookAfter(userId, queueId);
    await lookAfter(kim, other);
    const refused = { outcome: 'looked-after', by: ['Sam'] };
    expect(await removeQueue(store.db, queueId, 1)).toEqual(refused);
    await lookAfter(sam, other);
    expect(await removeQueue(store.db, queueId, 1)).toMatchObject({ outcome: 'removed' });
    expect(await removeQueue(store.db, other, 1)).toEqual({ ...refused, by: ['Kim', 'Sam'] });
  });

  test('leaves one, also when two admins remove the last two at once', async () => {
    const queueId = await newQueue(store.db);
    const outcomes = await Promise.all([
      removeQueue(store.db, queueId, 1),
      removeQueue(store.db, mainQueue, 1),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['last', 'removed']);
    expect(await readAdminQueues(store.db)).toHaveLength(1);
  });

  test('waits for a call that is just being made in it', async () => {
    const queueId = await newQueue(store.db);
    let removing: ReturnType<typeof removeQueue> | undefined;
    await store.db.begin(async (tx) => {
      await newCall(tx, { queueId });
      removing = removeQueue(store.db, queueId, 1);
      await store.db`select pg_sleep(0.2)`;
    });
    expect(await removing).toEqual({ outcome: 'in-use', calls: 1 });
  });

  test('lets no call in that is made meanwhile', async () => {
    const queueId = await newQueue(store.db);
    let calling: Promise<unknown> = Promise.resolve();
    await store.db.begin(async (tx) => {
      await removeQueue(tx, queueId, 1);
      calling = newCall(store.db, { queueId }).catch((error: unknown) => error);
      await store.db`select pg_sleep(0.2)`;
    });
    expect(await calling).toMatchObject({ reason: 'queue-not-open' });
  });
});

test('agents and cards can be chosen, disabled ones too', async () => {
  const [ann, bob] = [await newAgent(store.db, 'ann'), await newAgent(store.db, 'bob')];
  await store.db`update users set disabled = true where id = ${bob}`;
  await store.db`insert into playbook_cards (id, card, enabled) values
    ('late', '{"title": "Late order"}', true), ('broken', '{}', false)`;
  expect(await readQueueAgents(store.db)).toEqual([
    { userId: ann, displayName: 'ann', username: 'ann', disabled: false },
    { userId: bob, displayName: 'bob', username: 'bob', disabled: true },
  ]);
  expect(await readQueueCards(store.db)).toEqual([
    { id: 'broken', title: 'broken', enabled: false },
    { id: 'late', title: 'Late order', enabled: true },
  ]);
});
